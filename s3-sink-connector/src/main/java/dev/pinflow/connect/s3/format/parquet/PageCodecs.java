package dev.pinflow.connect.s3.format.parquet;

import io.airlift.compress.Compressor;
import io.airlift.compress.hadoop.HadoopStreams;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4HadoopStreams;
import io.airlift.compress.lzo.LzoHadoopStreams;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Page compression in plain Java. Parquet's own factory would need Hadoop's configuration, its codec classes and two
 * native libraries.
 */
final class PageCodecs implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new PageCompressor(name, page -> page);
            case SNAPPY -> new PageCompressor(name, page -> blocks(new SnappyCompressor(), page));
            case ZSTD -> new PageCompressor(name, page -> blocks(new ZstdCompressor(), page));
            case LZ4_RAW -> new PageCompressor(name, page -> blocks(new Lz4Compressor(), page));
            case GZIP -> new PageCompressor(name, PageCodecs::gzip);
            case LZ4 -> new PageCompressor(name, page -> framed(new Lz4HadoopStreams(), page));
            case LZO -> new PageCompressor(name, page -> framed(new LzoHadoopStreams(), page));
            case BROTLI -> throw new IllegalArgumentException(name + " is refused in validation");
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException("a sink only writes");
    }

    @Override
    public void release() {
        // Nothing is pooled.
    }

    private static BytesInput blocks(Compressor compressor, BytesInput page) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream((int) page.size());
        page.writeAllTo(plain);
        byte[] packed = new byte[compressor.maxCompressedLength(plain.size())];
        int length = compressor.compress(plain.toByteArray(), 0, plain.size(), packed, 0, packed.length);
        return BytesInput.from(packed, 0, length);
    }

    /** The framing of Hadoop's codecs, which these two have in Parquet files. */
    private static BytesInput framed(HadoopStreams streams, BytesInput page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = streams.createOutputStream(packed)) {
            page.writeAllTo(out);
        }
        return BytesInput.from(packed.toByteArray());
    }

    private static BytesInput gzip(BytesInput page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            page.writeAllTo(gzip);
        }
        return BytesInput.from(packed.toByteArray());
    }

    @FunctionalInterface
    private interface Packing {
        BytesInput pack(BytesInput page) throws IOException;
    }

    private record PageCompressor(CompressionCodecName name, Packing packing) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            return packing.pack(page);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return name;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
