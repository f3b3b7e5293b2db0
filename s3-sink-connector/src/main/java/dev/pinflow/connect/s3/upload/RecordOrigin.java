package dev.pinflow.connect.s3.upload;

import java.util.Map;

/**
 * Which records an object begins with, beyond their offsets: those mean nothing across topics, and nothing after a topic
 * was deleted and created anew.
 *
 * @param source topic and partition as they are in Kafka, whatever transforms made of them
 * @param timestamp the first record's, as text; {@code none} for none
 */
public record RecordOrigin(String source, String timestamp) {
    private static final String SOURCE = "pinflow-source";
    private static final String TIMESTAMP = "pinflow-first-timestamp";

    /** What an object says of its origin; what it does not say is empty. */
    static RecordOrigin of(Map<String, String> metadata) {
        return new RecordOrigin(metadata.getOrDefault(SOURCE, ""), metadata.getOrDefault(TIMESTAMP, ""));
    }

    Map<String, String> metadata() {
        return Map.of(SOURCE, source, TIMESTAMP, timestamp);
    }

    /** Whether an object of ours says so. */
    boolean isKnown() {
        return !source.isEmpty();
    }
}
