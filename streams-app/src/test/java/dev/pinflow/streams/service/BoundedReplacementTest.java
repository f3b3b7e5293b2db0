package dev.pinflow.streams.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BoundedReplacementTest {
    private final SetClock clock = new SetClock();
    private final BoundedReplacement policy = new BoundedReplacement(2, Duration.ofMinutes(10), clock);

    @Test
    void replacesAThreadUpToTheBoundAndThenShutsDown() {
        assertThat(policy.handle(new IllegalStateException("1"))).isEqualTo(REPLACE_THREAD);
        assertThat(policy.handle(new IllegalStateException("2"))).isEqualTo(REPLACE_THREAD);
        assertThat(policy.handle(new IllegalStateException("3"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void failuresOlderThanTheWindowAreForgiven() {
        policy.handle(new IllegalStateException("1"));
        policy.handle(new IllegalStateException("2"));
        clock.now = clock.now.plus(Duration.ofMinutes(11));

        assertThat(policy.handle(new IllegalStateException("3"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void remembersTheLastFailure() {
        assertThat(policy.lastFailure()).isEmpty();

        policy.handle(new IllegalStateException("1"));

        assertThat(policy.lastFailure()).get().hasToString("java.lang.IllegalStateException: 1");
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
