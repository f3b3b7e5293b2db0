package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object to which nothing is added any more.
 *
 * @param key full key in the bucket
 * @param content its bytes, or the rest of them when it was uploaded in part already
 * @param early the parts that are uploaded already; empty when all bytes are in the content
 * @param offsets of its records, at least one
 * @param origin of its first record
 */
public record SealedObject(
        String key, ObjectBuffer content, Optional<EarlyParts> early, OffsetRuns offsets, RecordOrigin origin) {
    /** The user metadata by which a reader of the bucket's listing sees what the object covers. */
    Map<String, String> metadata() {
        Map<String, String> all = new HashMap<>(origin.metadata());
        all.put(Existing.RECORDS, Long.toString(offsets.records()));
        all.put(Existing.END, Long.toString(offsets.last()));
        return all;
    }

    /** Size of the whole object. */
    long bytes() {
        return content.size() + early.map(EarlyParts::bytes).orElse(0L);
    }

    /** Gives back all memory and files. */
    void release() {
        content.close();
    }
}
