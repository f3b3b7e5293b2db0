package dev.pinflow.connect.s3.upload;

import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What lies under a key already.
 *
 * @param tag changes with the content
 * @param bytes its size
 * @param records in it; empty when it does not say, as objects of other writers
 * @param origin of its first record; unknown for objects of other writers
 * @param end highest offset in it; empty when it does not say
 */
record Existing(String tag, long bytes, OptionalLong records, OptionalLong end, RecordOrigin origin) {
    static final String RECORDS = "pinflow-records";
    static final String END = "pinflow-end-offset";

    static Existing of(HeadObjectResponse head) {
        return new Existing(
                head.eTag(),
                head.contentLength(),
                number(head.metadata(), RECORDS),
                number(head.metadata(), END),
                RecordOrigin.of(head.metadata()));
    }

    private static OptionalLong number(Map<String, String> metadata, String name) {
        String text = metadata.getOrDefault(name, "");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException foreign) {
            return OptionalLong.empty();
        }
    }
}
