package dev.pinflow.streams.config;

import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says what to do about a setting that nobody reads. */
final class UnknownSetting {
    /** A name is taken for a misspelt one when at most this share of its letters is wrong. */
    private static final int LETTERS_PER_MISTAKE = 4;

    private UnknownSetting() {}

    static String message(String key) {
        String nearest = StreamsSettings.DEFINITION.names().stream()
                .min(Comparator.comparingInt((String name) -> distance(name, key))
                        .thenComparing(name -> name))
                .orElseThrow();
        String rule = distance(nearest, key) <= key.length() / LETTERS_PER_MISTAKE
                ? "did you mean " + nearest + "? Otherwise"
                : "see CONFIGURATION.md for the names, or";
        return "Unknown configuration " + key + ": " + rule + " begin it with " + StreamsSettings.KAFKA_PREFIX + " or "
                + StreamsSettings.SERDE_PREFIX + " when it is a setting of Kafka or of the serde.";
    }

    private static int distance(String name, String key) {
        return LevenshteinDistance.getDefaultInstance().apply(name, key);
    }
}
