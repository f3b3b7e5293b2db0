package dev.pinflow.streams.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadFailuresTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private final SetClock clock = new SetClock();
    private final ThreadFailures failures = new ThreadFailures("cleaning", PATIENCE, clock);
    private final Recovery recovery = new Recovery(failures, PATIENCE, clock);

    @Test
    void replacesThreadsUntilTheRunHasLastedTooLong() {
        failures.close(); // nothing waits

        assertThat(failWith(new IllegalStateException("down"))).isEqualTo(REPLACE_THREAD);
        clock.advance(Duration.ofSeconds(299));
        assertThat(failWith(new IllegalStateException("down"))).isEqualTo(REPLACE_THREAD);
        clock.advance(Duration.ofSeconds(1));
        assertThat(failWith(new IllegalStateException("down"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.count()).isEqualTo(3);
        assertThat(failures.last()).get().hasToString("java.lang.IllegalStateException: down");
    }

    @Test
    void doesNotWaitLongForAPermission() {
        failures.close();
        Throwable refused = new StreamsException(new TopicAuthorizationException("no"));

        assertThat(failWith(refused)).isEqualTo(REPLACE_THREAD);
        clock.advance(Duration.ofSeconds(30));
        assertThat(failWith(refused)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void givesUpAtOnceWhenMemoryIsUsedUp() {
        assertThat(failWith(new StreamsException(new OutOfMemoryError("heap")))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,2", "4,4", "8,8", "29,29", "31,30", "299,30"})
    void waitsForAsLongAsTheRunHasLasted(long lastedSeconds, long waitSeconds) {
        assertThat(ThreadFailures.waitAfter(Duration.ofSeconds(lastedSeconds)))
                .isEqualTo(Duration.ofSeconds(waitSeconds));
    }

    @Test
    @Timeout(20)
    void closingEndsAWaitAtOnce() throws Exception {
        failWith(new IllegalStateException("first"));
        clock.advance(Duration.ofSeconds(60));
        CompletableFuture<StreamThreadExceptionResponse> waiting =
                CompletableFuture.supplyAsync(() -> failWith(new IllegalStateException("waits 30 s")));

        failures.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aRunEndsWhenRecordsWereProcessedForAMinute() {
        failures.close();
        failWith(new IllegalStateException("down"));
        recovery.observe(true, at(5, 10));
        clock.advance(Recovery.QUIET);
        recovery.observe(true, at(6, 10));

        assertThat(failures.since()).isEmpty();
    }

    @Test
    void aRunGoesOnWhileAPartitionIsStuck() {
        failures.close();
        failWith(new IllegalStateException("down"));
        recovery.observe(true, at(5, 10));
        clock.advance(Recovery.QUIET);
        recovery.observe(true, at(5, 10));

        assertThat(failures.since()).isPresent();
    }

    @Test
    void aPartitionWithoutLagIsNotStuck() {
        failures.close();
        failWith(new IllegalStateException("down"));
        recovery.observe(true, at(10, 10));
        clock.advance(Recovery.QUIET);
        recovery.observe(true, at(10, 10));

        assertThat(failures.since()).isEmpty();
    }

    @Test
    void aMinuteOfRebalancingIsNoRecovery() {
        failures.close();
        failWith(new IllegalStateException("down"));
        recovery.observe(true, at(5, 10));
        clock.advance(Recovery.QUIET);
        recovery.observe(false, at(6, 10));
        recovery.observe(true, at(7, 10));

        assertThat(failures.since()).isPresent();
    }

    @Test
    void quietForTwiceThePatienceIsRecoveryInAnyCase() {
        failures.close();
        failWith(new IllegalStateException("down"));
        clock.advance(PATIENCE.multipliedBy(2));
        recovery.observe(true, at(5, 10));

        assertThat(failures.since()).isEmpty();
    }

    private StreamThreadExceptionResponse failWith(Throwable failure) {
        return failures.handle(failure);
    }

    private static Progress at(long committed, long end) {
        return new Progress(Map.of(PARTITION, new Progress.Offsets(committed, end)));
    }
}
