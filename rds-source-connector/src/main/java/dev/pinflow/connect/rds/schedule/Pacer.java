package dev.pinflow.connect.rds.schedule;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets a task's postings go when they are due.
 *
 * <p>The schedule is tied to the clock when the first posting of a run leaves: that one is never waited for. Waiting
 * happens in slices so that the worker can pause or stop the task between them. What could not leave in time (the database
 * was away, the connector was paused) is forgiven beyond one second: the emulation goes on at its rate instead of
 * answering with a burst. Postings that the task passes over cost no time either. For one thread.
 */
public final class Pacer {
    /** The longest time that a call may block. */
    public static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long MAX_LAG_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** At high rates postings leave in groups this far apart: one look-up for several of them instead of one each. */
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Schedule schedule;
    private final double speed;
    private final double share;
    private final long unevenness;
    private final LongSupplier nanoClock;
    private final Rest rest;
    private boolean started;

    /** The posting that the schedule is tied to the clock with, and the clock's value when it is due. */
    private long anchor;

    private long anchorNanos;

    /** About the number that the task's next posting will have. */
    private long expected;

    private long lastRelease;

    /**
     * A pacer that has not begun.
     *
     * @param speed how many seconds of the schedule pass in a second; of no meaning if it is unlimited, above 0 otherwise
     * @param share the part of all postings that is this task's, above 0, at most 1
     */
    Pacer(Schedule schedule, double speed, double share, LongSupplier nanoClock, Rest rest) {
        this.schedule = schedule;
        this.speed = speed;
        this.share = share;
        // Neighbours among the postings of interleaved strides are up to about this far from where the share has them.
        this.unevenness = (long) Math.ceil(2 / share);
        this.nanoClock = nanoClock;
        this.rest = rest;
    }

    /** Whether nothing is ever waited for. */
    public boolean isUnlimited() {
        return schedule.isUnlimited();
    }

    /** The rate that this task should have now, in postings a second; NaN if as many as possible. */
    public double targetPerSecond() {
        double elapsed = started ? (nanoClock.getAsLong() - anchorNanos) * speed : 0;
        long scheduled = (long) Math.max(0, schedule.dueNanos(anchor) + elapsed);
        return schedule.perSecondAt(scheduled) * speed * share;
    }

    /**
     * Waits until postings are due, for one slice at most.
     *
     * @param next the number of the task's lowest posting that has not left; the i-th one after it is taken to have the
     *     number {@code next + i / share}
     * @param atMost how many the caller can take, at least 1
     * @return how many leave now, from 0 to {@code atMost}
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public int await(long next, int atMost) throws InterruptedException {
        if (isUnlimited()) {
            return atMost;
        }
        long now = nanoClock.getAsLong();
        follow(next, now);
        int due = due(next, now, atMost);
        if (due < atMost) {
            long wait = Math.max(remaining(next, now), lastRelease + GROUP_NANOS - now);
            long slice = Math.min(wait, SLICE_NANOS);
            if (slice > 0) {
                if (rest.await(slice) || slice < wait) {
                    return 0;
                }
                now = nanoClock.getAsLong();
                due = due(next, now, atMost);
            }
        }
        if (due > 0) {
            expected = later(next, due);
            lastRelease = now;
        }
        return due;
    }

    /** Ties the schedule to the clock at first, and again when postings have been passed over. */
    private void follow(long next, long now) {
        if (!started) {
            started = true;
            tie(next, now);
            lastRelease = now - GROUP_NANOS;
        } else if (next < anchor) {
            tie(next, now);
        } else if (next - expected > unevenness) {
            tie(next, anchorNanos + clockNanos(expected));
        }
    }

    private void tie(long posting, long nanos) {
        anchor = posting;
        anchorNanos = nanos;
        expected = posting;
    }

    /** How many postings are due. Looks no further ahead than it must: schedules answer for near ones most cheaply. */
    private int due(long next, long now, int atMost) {
        long lag = -remaining(next, now);
        if (lag < 0) {
            return 0;
        }
        anchorNanos += Math.max(0, lag - MAX_LAG_NANOS);
        int due = 1;
        int beyond = 2;
        while (beyond <= atMost && remaining(later(next, beyond - 1), now) <= 0) {
            due = beyond;
            beyond *= 2;
        }
        beyond = Math.min(beyond, atMost + 1);
        while (beyond - due > 1) {
            int middle = (due + beyond) >>> 1;
            if (remaining(later(next, middle - 1), now) <= 0) {
                due = middle;
            } else {
                beyond = middle;
            }
        }
        return due;
    }

    /** Nanoseconds until a posting is due; negative when it was. Differences only: the clock's values may overflow. */
    private long remaining(long posting, long now) {
        return clockNanos(posting) - (now - anchorNanos);
    }

    private long clockNanos(long posting) {
        return (long) Math.min(Schedule.MAX_NANOS, schedule.pauseNanos(anchor, posting) / speed);
    }

    private long later(long next, int postings) {
        long number = next + (long) (postings / share);
        return number < 0 ? Long.MAX_VALUE : number;
    }
}
