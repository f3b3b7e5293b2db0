package dev.pinflow.connect.rds.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final SQLException gone = new SQLException("Communications link failure", "08S01");

    private long now;
    private double jitter;
    private final Retry retry = new Retry(
            new RetryConfig(Duration.ofMillis(100), Duration.ofMillis(1000), Duration.ofSeconds(60)),
            "jdbc:mysql://db/posts",
            () -> now,
            () -> jitter);

    @Test
    void doesNotWaitBeforeAnythingHasFailed() {
        assertThat(retry.remainingNanos()).isZero();
    }

    @Test
    void doublesThePauseUpToItsLimit() {
        jitter = 1;
        long[] expected = {100, 200, 400, 800, 1000, 1000};
        for (long pause : expected) {
            retry.failed(gone);
            assertThat(Duration.ofNanos(retry.remainingNanos())).isEqualTo(Duration.ofMillis(pause));
            now += retry.remainingNanos();
            assertThat(retry.remainingNanos()).isZero();
        }
    }

    @Test
    void waitsForAtLeastHalfThePause() {
        retry.failed(gone);

        assertThat(Duration.ofNanos(retry.remainingNanos())).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void startsAfreshAfterASuccess() {
        jitter = 1;
        retry.failed(gone);
        retry.failed(gone);
        retry.succeeded();
        assertThat(retry.remainingNanos()).isZero();
        now += Duration.ofHours(1).toNanos();

        retry.failed(gone);

        assertThat(Duration.ofNanos(retry.remainingNanos())).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void givesUpWhenTheBudgetIsSpent() {
        retry.failed(gone);
        now += Duration.ofSeconds(60).toNanos();

        assertThatThrownBy(() -> retry.failed(gone))
                .isInstanceOf(ConnectException.class)
                .hasCause(gone)
                .hasMessageContaining("jdbc:mysql://db/posts has failed for 60000 ms in 2 attempts")
                .hasMessageContaining("raise retry.budget.ms");
    }

    @Test
    void givesUpAtOnceWhenWaitingIsOfNoUse() {
        SQLException denied = new SQLException("SELECT command denied to user 'app'", "42000", 1142);

        assertThatThrownBy(() -> retry.failed(denied))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("SELECT command denied")
                .hasMessageContaining("restart the task");
    }
}
