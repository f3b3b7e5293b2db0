package dev.pinflow.connect.s3.format.parquet;

import java.util.Arrays;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The page compressions that work without native libraries, by Confluent's names. */
public enum ParquetCodec {
    NONE("none", "", CompressionCodecName.UNCOMPRESSED),
    SNAPPY("snappy", ".snappy", CompressionCodecName.SNAPPY),
    GZIP("gzip", ".gz", CompressionCodecName.GZIP),
    ZSTD("zstd", ".zstd", CompressionCodecName.ZSTD),
    LZ4_RAW("lz4_raw", ".lz4raw", CompressionCodecName.LZ4_RAW),
    /** In Hadoop's framing, which Parquet has given up for LZ4_RAW: for readers that know no other. */
    LZ4("lz4", ".lz4", CompressionCodecName.LZ4),
    /** For old readers only. */
    LZO("lzo", ".lzo", CompressionCodecName.LZO);

    private final String configured;
    private final String infix;
    private final CompressionCodecName codec;

    ParquetCodec(String configured, String infix, CompressionCodecName codec) {
        this.configured = configured;
        this.infix = infix;
        this.codec = codec;
    }

    /** The codec that {@code parquet.codec} names, if it is one of these. */
    public static Optional<ParquetCodec> named(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec.configured.equals(name))
                .findFirst();
    }

    /** The value of {@code parquet.codec}. */
    public String configured() {
        return configured;
    }

    String extension() {
        return infix + ".parquet";
    }

    CompressionCodecName codec() {
        return codec;
    }
}
