package dev.pinflow.cli.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.Util;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reads how many rows a Parquet object holds from its footer: the file ends in the metadata, the metadata's length (four
 * bytes, little-endian) and the magic PAR1.
 */
final class ParquetRows {
    private static final int TRAILER_BYTES = 8;

    private final S3Client s3;
    private final String bucket;

    ParquetRows(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    long in(String key, long size) {
        int footer = ByteBuffer.wrap(bytes(key, size - TRAILER_BYTES, TRAILER_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        byte[] metadata = bytes(key, size - TRAILER_BYTES - footer, footer);
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(metadata), true)
                    .getNum_rows();
        } catch (IOException e) {
            throw new ObjectCountException(bucket, key, e);
        }
    }

    private byte[] bytes(String key, long from, int length) {
        String range = "bytes=" + from + "-" + (from + length - 1);
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key).range(range))
                .asByteArray();
    }
}
