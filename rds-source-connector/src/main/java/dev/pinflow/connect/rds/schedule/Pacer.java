package dev.pinflow.connect.rds.schedule;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets postings go when they are due.
 *
 * <p>Waiting happens in slices so that the worker can pause or stop the task between them. What could not leave in time
 * (the database was away, the connector was paused) is forgiven beyond one second: the emulation goes on at its rate
 * instead of answering with a burst. For one thread.
 */
public final class Pacer {
    /** The longest time that a call may block. */
    public static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long MAX_LAG_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** At high rates postings leave in groups this far apart: one look-up for several of them instead of one each. */
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Schedule schedule;
    private final LongSupplier nanoClock;
    private final Rest rest;
    private long start;
    private boolean started;
    private long lastRelease;
    private long released;

    Pacer(Schedule schedule, LongSupplier nanoClock, Rest rest) {
        this.schedule = schedule;
        this.nanoClock = nanoClock;
        this.rest = rest;
    }

    /**
     * Waits until postings are due, for one slice at most.
     *
     * @param atMost how many the caller can take, at least 1
     * @return how many leave now, from 0 to {@code atMost}; they count as gone
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public int await(int atMost) throws InterruptedException {
        long now = nanoClock.getAsLong();
        if (!started) {
            started = true;
            start = now;
            lastRelease = now - GROUP_NANOS;
        }
        int due = due(now, atMost);
        if (due < atMost) {
            // Differences only: the clock's values may overflow.
            long wait = Math.max(start + schedule.dueNanos(released) - now, lastRelease + GROUP_NANOS - now);
            long slice = Math.min(wait, SLICE_NANOS);
            if (slice > 0) {
                if (rest.await(slice)) {
                    return 0;
                }
                now = nanoClock.getAsLong();
                due = slice < wait ? 0 : due(now, atMost);
            }
        }
        if (due > 0) {
            released += due;
            lastRelease = now;
        }
        return due;
    }

    private int due(long now, int atMost) {
        long lag = now - start - schedule.dueNanos(released);
        if (lag > MAX_LAG_NANOS) {
            start += lag - MAX_LAG_NANOS;
        }
        long elapsed = now - start;
        int due = 0;
        while (due < atMost && schedule.dueNanos(released + due) <= elapsed) {
            due++;
        }
        return due;
    }
}
