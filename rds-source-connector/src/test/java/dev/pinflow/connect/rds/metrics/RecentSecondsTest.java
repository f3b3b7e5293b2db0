package dev.pinflow.connect.rds.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentSecondsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = Long.MAX_VALUE - SECOND; // the clock may overflow at any time
    private final RecentSeconds recent = new RecentSeconds(() -> now);

    private void recordFor(int tenthsOfASecond, long value) {
        for (int i = 0; i < tenthsOfASecond; i++) {
            recent.record(value);
            now += SECOND / 10;
        }
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(recent.perSecond()).isZero();
        assertThat(recent.mean()).isNaN();
        assertThat(recent.max()).isNaN();
    }

    @Test
    void tellsTheRateFromTheStart() {
        recordFor(50, 7);

        assertThat(recent.perSecond()).isEqualTo(70.0);
    }

    @Test
    void tellsTheRateOfALongRun() {
        recordFor(3000, 1);
        recordFor(300, 7);

        assertThat(recent.perSecond()).isBetween(69.0, 71.0);
    }

    @Test
    void doesNotExaggerateTheFirstSecond() {
        recent.record(5);

        assertThat(recent.perSecond()).isEqualTo(5.0);
    }

    @Test
    void tellsMeanAndMaximum() {
        recent.record(1);
        now += SECOND;
        recent.record(6);
        recent.record(2);

        assertThat(recent.mean()).isEqualTo(3.0);
        assertThat(recent.max()).isEqualTo(6.0);
    }

    @Test
    void forgetsAfterHalfAMinute() {
        recent.record(1000);
        now += 29 * SECOND;
        assertThat(recent.max()).isEqualTo(1000.0);

        now += SECOND;
        assertThat(recent.max()).isNaN();
        assertThat(recent.perSecond()).isZero();
        recent.record(3);
        assertThat(recent.max()).isEqualTo(3.0);
        assertThat(recent.mean()).isEqualTo(3.0);
    }
}
