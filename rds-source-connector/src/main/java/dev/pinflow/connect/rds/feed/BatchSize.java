package dev.pinflow.connect.rds.feed;

import java.util.concurrent.TimeUnit;

/**
 * How many postings to read at once: as many as the database delivers in about a tenth of a second, so that memory stays
 * small where rows are large, and the task can be stopped soon where the database is slow. Begins small and doubles.
 */
public final class BatchSize {
    private static final int FIRST = 16;
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final int largest;
    private int size;

    /** @param largest at least 1 */
    public BatchSize(int largest) {
        this.largest = largest;
        this.size = Math.min(FIRST, largest);
    }

    /** At least 1. */
    public int get() {
        return size;
    }

    /**
     * Learns from a read.
     *
     * @param postings how many were asked for
     * @param nanos how long it took
     */
    public void learn(int postings, long nanos) {
        if (nanos > LONG_NANOS) {
            size = Math.max(1, Math.min(size, postings) / 2);
        } else if (nanos < SHORT_NANOS && postings == size) {
            size = Math.min(largest, size * 2);
        }
    }
}
