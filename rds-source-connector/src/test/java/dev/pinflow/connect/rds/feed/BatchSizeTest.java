package dev.pinflow.connect.rds.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long SLOW = TimeUnit.SECONDS.toNanos(1);

    @Test
    void doublesFromASmallBeginningToTheLargestWhileTheDatabaseIsQuick() {
        BatchSize batch = new BatchSize(100);

        assertThat(batch.get()).isEqualTo(16);
        for (int expected : new int[] {32, 64, 100, 100}) {
            batch.learn(batch.get(), QUICK);
            assertThat(batch.get()).isEqualTo(expected);
        }
    }

    @Test
    void halvesWhileTheDatabaseIsSlowButNeverToNothing() {
        BatchSize batch = new BatchSize(16);

        for (int expected : new int[] {8, 4, 2, 1, 1}) {
            batch.learn(batch.get(), SLOW);
            assertThat(batch.get()).isEqualTo(expected);
        }
    }

    @Test
    void learnsNothingFromAReadThatAskedForLess() {
        BatchSize batch = new BatchSize(100);

        batch.learn(1, QUICK);

        assertThat(batch.get()).isEqualTo(16);
    }

    @Test
    void neverExceedsTheLargest() {
        assertThat(new BatchSize(3).get()).isEqualTo(3);
    }
}
