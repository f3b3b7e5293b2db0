package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * A Parquet file per object, with three-level lists. The schema is that of the record which opens the object.
 *
 * <p>The file depends on nothing but the records, so a replay writes the same bytes.
 */
public final class ParquetFormat implements RecordFormat {
    private static final int PAGE_BYTES = 64 * 1024;

    private final ParquetCodec codec;

    public ParquetFormat(ParquetCodec codec) {
        this.codec = codec;
    }

    @Override
    public String extension() {
        return codec.extension();
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        Schema schema = first.valueSchema();
        if (schema == null || schema.type() != Schema.Type.STRUCT) {
            throw new DataException("Parquet takes records that have a struct schema, but this one has "
                    + (schema == null ? "none" : "a schema of type " + schema.type())
                    + ": use a converter that delivers schemas (Avro, or JsonConverter with schemas.enable=true),"
                    + " or format.class=io.confluent.connect.s3.format.json.JsonFormat");
        }
        StructWriteSupport support = new StructWriteSupport(schema);
        try {
            return new ParquetRows(
                    new StructWriterBuilder(new BufferOutputFile(target), support)
                            .withConf(new PlainParquetConfiguration())
                            .withCodecFactory(new PageCodecs())
                            .withCompressionCodec(codec.codec())
                            .withPageSize(PAGE_BYTES)
                            .build(),
                    new LogicalValues(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class StructWriterBuilder
            extends ParquetWriter.Builder<org.apache.kafka.connect.data.Struct, StructWriterBuilder> {
        private final StructWriteSupport support;

        StructWriterBuilder(BufferOutputFile file, StructWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected StructWriterBuilder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract above, though never called with a ParquetConfiguration
        protected StructWriteSupport getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return support;
        }

        @Override
        protected StructWriteSupport getWriteSupport(org.apache.parquet.conf.ParquetConfiguration configuration) {
            return support;
        }
    }
}
