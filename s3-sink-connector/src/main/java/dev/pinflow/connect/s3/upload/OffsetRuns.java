package dev.pinflow.connect.s3.upload;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The Kafka offsets of an object's records, as runs without gaps: one run for most objects. Offsets are added in
 * ascending order by one thread; once that is over, any thread may read.
 */
public final class OffsetRuns {
    private long[] firsts = new long[1];
    private long[] lasts = new long[1];
    private int runs;
    private long records;

    /** @param offset higher than all before */
    public void add(long offset) {
        records++;
        if (runs > 0 && lasts[runs - 1] + 1 == offset) {
            lasts[runs - 1] = offset;
            return;
        }
        if (runs == firsts.length) {
            firsts = Arrays.copyOf(firsts, runs * 2);
            lasts = Arrays.copyOf(lasts, runs * 2);
        }
        firsts[runs] = offset;
        lasts[runs] = offset;
        runs++;
    }

    /** The lowest offset; there must be one. */
    public long first() {
        return firsts[0];
    }

    /** The highest offset; there must be one. */
    public long last() {
        return lasts[runs - 1];
    }

    /** Number of offsets. */
    public long records() {
        return records;
    }

    /** The lowest offset that is higher than the given one; empty when none is. */
    public OptionalLong firstAfter(long offset) {
        // The runs are sorted, so the first that ends beyond the offset has it.
        int low = 0;
        int high = runs;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lasts[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == runs ? OptionalLong.empty() : OptionalLong.of(Math.max(firsts[low], offset + 1));
    }
}
