package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = Long.MAX_VALUE - SECOND; // the clock may overflow at any time
    private boolean stopped;
    private int rests;

    private Pacer pacer(Schedule schedule) {
        return new Pacer(schedule, () -> now, this::rest);
    }

    private boolean rest(long nanos) {
        rests++;
        if (!stopped) {
            now += nanos;
        }
        return stopped;
    }

    private int releasedWithin(Pacer pacer, long nanos, int atMost) throws InterruptedException {
        long end = now + nanos;
        int released = 0;
        while (now - end < 0) {
            released += pacer.await(atMost);
        }
        return released;
    }

    @Test
    void withoutALimitEverythingLeavesAtOnce() throws InterruptedException {
        Pacer pacer = pacer(new Unlimited());

        assertThat(pacer.await(512)).isEqualTo(512);
        assertThat(pacer.await(512)).isEqualTo(512);
        assertThat(rests).isZero();
    }

    @Test
    void keepsALowRate() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(2));

        assertThat(pacer.await(512)).isEqualTo(1);
        assertThat(releasedWithin(pacer, 10 * SECOND, 512)).isBetween(19, 20);
    }

    @Test
    void keepsAHighRateInFewGroups() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(5000));

        assertThat(releasedWithin(pacer, 10 * SECOND, 512)).isBetween(49_900, 50_100);
        assertThat(rests).isLessThanOrEqualTo(1001);
    }

    @Test
    void blocksForOneSliceAtMost() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(0.1));
        pacer.await(1);
        long before = now;

        assertThat(pacer.await(1)).isZero();
        assertThat(now - before).isEqualTo(Pacer.SLICE_NANOS);
    }

    @Test
    void returnsAtOnceWhenStopped() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(0.1));
        pacer.await(1);
        stopped = true;
        long before = now;

        assertThat(pacer.await(1)).isZero();
        assertThat(now).isEqualTo(before);
    }

    @Test
    void catchesUpWithOneSecondAfterALongPause() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(100));
        pacer.await(512);
        now += 3600 * SECOND;

        assertThat(pacer.await(512)).isBetween(100, 102);
        assertThat(releasedWithin(pacer, SECOND, 512)).isBetween(99, 102);
    }
}
