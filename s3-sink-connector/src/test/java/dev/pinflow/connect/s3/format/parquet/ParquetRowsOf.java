package dev.pinflow.connect.s3.format.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.hadoop.HadoopStreams;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.lz4.Lz4HadoopStreams;
import io.airlift.compress.lzo.LzoHadoopStreams;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/** The rows of a Parquet file as Parquet's own reader shows them. */
public final class ParquetRowsOf {
    private ParquetRowsOf() {}

    public static List<String> file(byte[] content) {
        List<String> rows = new ArrayList<>();
        try (ParquetFileReader reader = open(content)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(records.read().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static int rowGroups(byte[] content) {
        try (ParquetFileReader reader = open(content)) {
            return reader.getRowGroups().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParquetFileReader open(byte[] content) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Unpacking())
                .build();
        return ParquetFileReader.open(new InMemory(content), options);
    }

    private static final class InMemory implements InputFile {
        private final byte[] content;

        InMemory(byte[] content) {
            this.content = content;
        }

        @Override
        public long getLength() {
            return content.length;
        }

        @Override
        public SeekableInputStream newStream() {
            Seekable source = new Seekable(content);
            return new DelegatingSeekableInputStream(source) {
                @Override
                public long getPos() {
                    return source.position();
                }

                @Override
                public void seek(long position) {
                    source.seek(position);
                }
            };
        }
    }

    private static final class Seekable extends ByteArrayInputStream {
        Seekable(byte[] content) {
            super(content);
        }

        long position() {
            return pos;
        }

        void seek(long position) {
            pos = (int) position;
        }
    }

    private static final class Unpacking implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
            return new Unpacker(name);
        }

        @Override
        public void release() {}
    }

    private record Unpacker(CompressionCodecName name) implements CompressionCodecFactory.BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            byte[] in = packed.toInputStream().readAllBytes();
            return switch (name) {
                case UNCOMPRESSED -> BytesInput.from(in);
                case GZIP -> BytesInput.from(new GZIPInputStream(new ByteArrayInputStream(in)).readAllBytes());
                case SNAPPY -> unpack(new SnappyDecompressor(), in, size);
                case ZSTD -> unpack(new ZstdDecompressor(), in, size);
                case LZ4_RAW -> unpack(new Lz4Decompressor(), in, size);
                case LZ4 -> unframe(new Lz4HadoopStreams(), in);
                case LZO -> unframe(new LzoHadoopStreams(), in);
                case BROTLI -> throw new IllegalArgumentException(name.name());
            };
        }

        @Override
        public void decompress(ByteBuffer in, int packedSize, ByteBuffer out, int size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {}

        private static BytesInput unframe(HadoopStreams streams, byte[] in) throws IOException {
            return BytesInput.from(
                    streams.createInputStream(new ByteArrayInputStream(in)).readAllBytes());
        }

        private static BytesInput unpack(Decompressor decompressor, byte[] in, int size) {
            byte[] out = new byte[size];
            decompressor.decompress(in, 0, in.length, out, 0, size);
            return BytesInput.from(out);
        }
    }
}
