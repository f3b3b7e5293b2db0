package dev.pinflow.analytics.answers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;

/** What the median of an even number of values is. */
public enum MedianKind {
    /** Half-way between the two middle values, exactly. */
    INTERPOLATED {
        @Override
        BigDecimal of(SortedMap<Integer, Long> frequencies) {
            long size = size(frequencies);
            long sum = (long) at(frequencies, (size - 1) / 2) + at(frequencies, size / 2);
            return sum % 2 == 0 ? BigDecimal.valueOf(sum / 2) : BigDecimal.valueOf(sum * 5, 1);
        }
    },
    /** The smaller of the two middle values, as percentile_approx gives it: always a value that occurs. */
    LOWER {
        @Override
        BigDecimal of(SortedMap<Integer, Long> frequencies) {
            return BigDecimal.valueOf(at(frequencies, (size(frequencies) - 1) / 2));
        }
    };

    /** @param frequencies how often each value occurs; not empty */
    abstract BigDecimal of(SortedMap<Integer, Long> frequencies);

    private static long size(SortedMap<Integer, Long> frequencies) {
        return frequencies.values().stream().mapToLong(Long::longValue).sum();
    }

    private static int at(SortedMap<Integer, Long> frequencies, long index) {
        long passed = 0;
        for (Map.Entry<Integer, Long> entry : frequencies.entrySet()) {
            passed += entry.getValue();
            if (index < passed) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("There is no value " + index + " in " + passed + " values.");
    }
}
