package dev.pinflow.connect.rds.sampling;

import org.apache.kafka.connect.errors.ConnectException;

/**
 * The positions between the least and the greatest key of the tables, both included.
 *
 * @param min the least key
 * @param max the greatest key, not below {@code min}
 */
public record KeyRange(long min, long max) {
    public KeyRange {
        if (max < min) {
            throw new IllegalArgumentException("A key range ends at " + max + ", before its start " + min + ".");
        }
        if (max - min < 0 || max - min == Long.MAX_VALUE) {
            throw new ConnectException("The keys " + min + " to " + max + " span more than 2^63 - 1 positions; "
                    + "choose a key column with a narrower range in 'tables'.");
        }
    }

    /** The number of positions, at least 1. */
    public long size() {
        return max - min + 1;
    }
}
