package dev.pinflow.connect.s3.format.avro;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.hadoop.HadoopOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Compression of the blocks of Avro files: values of {@code avro.codec}. No native library takes part. */
public enum AvroCodec {
    NULL {
        @Override
        byte[] pack(byte[] block, int length) {
            return Arrays.copyOf(block, length);
        }
    },
    /** Small, and slower than snappy. */
    DEFLATE {
        @Override
        byte[] pack(byte[] block, int length) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
                out.write(block, 0, length);
            } finally {
                deflater.end();
            }
            return packed.toByteArray();
        }
    },
    /** Fast, and larger than deflate. */
    SNAPPY {
        @Override
        byte[] pack(byte[] block, int length) {
            SnappyCompressor compressor = new SnappyCompressor();
            byte[] packed = new byte[compressor.maxCompressedLength(length) + Integer.BYTES];
            int end = compressor.compress(block, 0, length, packed, 0, packed.length - Integer.BYTES);
            CRC32 checksum = new CRC32();
            checksum.update(block, 0, length);
            // Avro's own addition to the format: a checksum of the plain bytes.
            ByteBuffer.wrap(packed).putInt(end, (int) checksum.getValue());
            return Arrays.copyOf(packed, end + Integer.BYTES);
        }
    },
    /** Smallest, and slowest by far. */
    BZIP2 {
        @Override
        byte[] pack(byte[] block, int length) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (HadoopOutputStream out = new BZip2HadoopStreams().createOutputStream(packed)) {
                out.write(block, 0, length);
            }
            return packed.toByteArray();
        }
    };

    /** The codec that {@code avro.codec} names, if it is one of these. */
    public static Optional<AvroCodec> named(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec.configured().equals(name))
                .findFirst();
    }

    /** The value of {@code avro.codec}, and the name in the files. */
    public String configured() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract byte[] pack(byte[] block, int length) throws IOException;
}
