package dev.pinflow.connect.rds.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sum, mean and maximum of what was recorded within the last {@value #SECONDS} seconds, this one included.
 *
 * <p>Written per batch, not per record: the lock is hardly ever contended.
 */
final class RecentSeconds {
    static final int SECONDS = 30;

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final long start;
    private final long[] second = new long[SECONDS];
    private final long[] count = new long[SECONDS];
    private final long[] sum = new long[SECONDS];
    private final long[] max = new long[SECONDS];

    RecentSeconds(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        Arrays.fill(second, -SECONDS);
    }

    synchronized void record(long value) {
        long now = elapsed() / TimeUnit.SECONDS.toNanos(1);
        int slot = (int) (now % SECONDS);
        if (second[slot] != now) {
            second[slot] = now;
            count[slot] = 0;
            sum[slot] = 0;
            max[slot] = Long.MIN_VALUE;
        }
        count[slot]++;
        sum[slot] += value;
        max[slot] = Math.max(max[slot], value);
    }

    /** The sum by the time that it took to come, at least one second. */
    synchronized double perSecond() {
        long now = elapsed();
        long whole = Math.max(0, now / TimeUnit.SECONDS.toNanos(1) - (SECONDS - 1));
        double seconds = (now - TimeUnit.SECONDS.toNanos(whole)) / NANOS_PER_SECOND;
        return total(sum) / Math.max(1, seconds);
    }

    /** NaN if nothing was recorded. */
    synchronized double mean() {
        long times = total(count);
        return times == 0 ? Double.NaN : (double) total(sum) / times;
    }

    /** NaN if nothing was recorded. */
    synchronized double max() {
        double largest = Double.NaN;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (isRecent(slot)) {
                largest = Double.isNaN(largest) ? (double) max[slot] : Math.max(largest, (double) max[slot]);
            }
        }
        return largest;
    }

    private long total(long[] values) {
        long total = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (isRecent(slot)) {
                total += values[slot];
            }
        }
        return total;
    }

    private boolean isRecent(int slot) {
        return second[slot] > elapsed() / TimeUnit.SECONDS.toNanos(1) - SECONDS;
    }

    private long elapsed() {
        return nanoClock.getAsLong() - start;
    }
}
