package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ChunkedBuffer;
import java.util.Map;

/**
 * An object to which nothing is added any more.
 *
 * @param key full key in the bucket
 * @param content its bytes
 * @param records number of records in it, at least 1
 * @param endOffset highest Kafka offset in it
 */
public record SealedObject(String key, ChunkedBuffer content, long records, long endOffset) {
    /** The user metadata by which a reader of the bucket's listing sees what the object covers. */
    Map<String, String> metadata() {
        return Map.of("pinflow-records", Long.toString(records), "pinflow-end-offset", Long.toString(endOffset));
    }
}
