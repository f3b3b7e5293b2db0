package dev.pinflow.connect.s3.format.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;

/** One Parquet file that is being written. */
final class ParquetFile {
    private static final int PAGE_BYTES = 64 * 1024;

    /** Parquet's 100 would let rows of a megabyte fill 100 MB before their size is looked at. */
    private static final int ROWS_BETWEEN_SIZE_CHECKS = 10;

    private final BufferOutputFile output;
    private final ParquetWriter<Object> writer;

    ParquetFile(RowShape shape, OutputStream target, ParquetCodec codec, long rowGroupBytes) {
        this.output = new BufferOutputFile(target);
        try {
            this.writer = new Builder(output, new RowWriteSupport(shape))
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new PageCodecs())
                    .withCompressionCodec(codec.codec())
                    .withPageSize(PAGE_BYTES)
                    .withRowGroupSize(rowGroupBytes)
                    .withMinRowCountForPageSizeCheck(ROWS_BETWEEN_SIZE_CHECKS)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Object row) throws IOException {
        writer.write(row);
    }

    /** Bytes of the rows that are not in the target yet; Parquet's own figure has what is there in it. */
    long heldBytes() {
        return Math.max(0, writer.getDataSize() - output.position());
    }

    void finish() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Object, Builder> {
        private final RowWriteSupport support;

        Builder(BufferOutputFile file, RowWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract above, though never called with a ParquetConfiguration
        protected RowWriteSupport getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return support;
        }

        @Override
        protected RowWriteSupport getWriteSupport(org.apache.parquet.conf.ParquetConfiguration configuration) {
            return support;
        }
    }
}
