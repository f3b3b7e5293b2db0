package dev.pinflow.connect.rds.sampling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The positions between the least and the greatest key of the tables, both included.
 *
 * @param min the least key
 * @param max the greatest key, not below {@code min}
 */
public record KeyRange(long min, long max) {
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,19})\\.\\.(-?\\d{1,19})");

    public KeyRange {
        if (max < min) {
            throw new IllegalArgumentException("A key range ends at " + max + ", before its start " + min + ".");
        }
        if (max - min < 0 || max - min == Long.MAX_VALUE) {
            throw new ConnectException("The keys " + min + " to " + max + " span more than 2^63 - 1 positions; "
                    + "choose a key column with a narrower range in 'tables'.");
        }
    }

    /** Reads {@code min..max}; empty if it is not a range. */
    public static Optional<KeyRange> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
        } catch (IllegalArgumentException | ConnectException noRange) {
            return Optional.empty();
        }
    }

    /** The least range that holds both. */
    public KeyRange and(KeyRange other) {
        return new KeyRange(Math.min(min, other.min), Math.max(max, other.max));
    }

    /** The same range, or the one up to a greater end. */
    public KeyRange upTo(long end) {
        return new KeyRange(min, Math.max(max, end));
    }

    /** The number of positions, at least 1. */
    public long size() {
        return max - min + 1;
    }

    @Override
    public String toString() {
        return min + ".." + max;
    }
}
