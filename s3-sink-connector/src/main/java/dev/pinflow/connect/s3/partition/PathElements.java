package dev.pinflow.connect.s3.partition;

import java.util.Arrays;

/**
 * Joins labelled texts to an encoded partition. Recent results are kept, since most records resemble earlier ones: the
 * same instance comes back, which also makes it a fast key of maps. Used from one thread only.
 */
final class PathElements {
    private static final int SLOTS = 256;

    private final String[] labels;
    private final String delimiter;
    private final String[][] seen = new String[SLOTS][];
    private final String[] joined = new String[SLOTS];

    /** @param labels what stands before each text */
    PathElements(String delimiter, String... labels) {
        this.labels = labels.clone();
        this.delimiter = delimiter;
    }

    /** @param texts as many as there are labels; not kept, so that callers may use the array again */
    String join(String[] texts) {
        int hash = Arrays.hashCode(texts);
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        if (!Arrays.equals(texts, seen[slot])) {
            seen[slot] = texts.clone();
            joined[slot] = joinNew(texts);
        }
        return joined[slot];
    }

    private String joinNew(String[] texts) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            elements.append(i == 0 ? "" : delimiter).append(labels[i]).append(texts[i]);
        }
        return elements.toString();
    }
}
