package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances share the work; one is killed under load, the other one answers on and catches up. */
@ExtendWith(SharedStack.class)
class TwoInstancesIT {
    private static final int RECORDS = Integer.getInteger("pinflow.records", 6_000);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int LOAD_SECONDS = Integer.getInteger("pinflow.load.seconds", 8);

    private final StreamsStack stack;

    TwoInstancesIT(StreamsStack stack) {
        this.stack = stack;
    }

    @Test
    void theSurvivorNeverStopsAnsweringAndHasCaughtUpWithinAMinute() throws Exception {
        System.out.printf("TwoInstancesIT: %,d records over %d s, seed %d%n", RECORDS, LOAD_SECONDS, SEED);
        try (Trial trial = new Trial(stack, 4);
                ServiceProcess first = trial.newInstance(Map.of());
                ServiceProcess second = trial.newInstance(Map.of());
                ServiceProcess third = trial.newInstance(Map.of())) {
            first.start();
            second.start();
            LiveAnswers.awaitAsOf(second.management(), Instant.MIN.plusSeconds(1), CATCH_UP);
            try (AnswersPoller poller = new AnswersPoller(second.management())) {
                CompletableFuture<Void> load = load(trial);
                while (trial.cleaned() < RECORDS / 3) {
                    assertThat(first.isAlive()).isTrue();
                }
                killAndCatchUp(trial, first, second, load);
                handOver(trial, second, third, poller);
            }
        }
    }

    /** Posts evenly over some seconds. */
    private static CompletableFuture<Void> load(Trial trial) {
        Workload workload = new Workload(SEED, RECORDS / 6);
        int steps = LOAD_SECONDS * 10;
        return CompletableFuture.runAsync(() -> {
            for (int i = 0; i < RECORDS; i++) {
                trial.post(workload.next());
                if (i % Math.max(1, RECORDS / steps) == 0) {
                    pause();
                }
            }
            trial.flush();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void killAndCatchUp(
            Trial trial, ServiceProcess killed, ServiceProcess survivor, CompletableFuture<Void> load)
            throws Exception {
        Instant killedAt = Instant.now();
        killed.kill();
        System.out.printf("  killed one instance at %s, %,d cleaned%n", killedAt, trial.cleaned());
        load.join();
        Instant loaded = Instant.now();
        trial.awaitCleaned(CATCH_UP);
        CleanedRecords records = trial.verify();
        Instant asOf = trial.verifyServed(survivor, records);
        System.out.printf(
                "  the last record was posted at %s; caught up %d s after the kill: asOf %s%n",
                loaded, Duration.between(killedAt, Instant.now()).toSeconds(), asOf);
        assertThat(asOf).isAfter(killedAt).isAfter(loaded);
        assertThat(Duration.between(killedAt, Instant.now())).isLessThan(CATCH_UP);
    }

    /** A third instance joins, the survivor is stopped, and the third one answers alone. */
    private static void handOver(Trial trial, ServiceProcess survivor, ServiceProcess third, AnswersPoller poller)
            throws Exception {
        third.start();
        Instant asOf = LiveAnswers.awaitAsOf(third.management(), Instant.now(), CATCH_UP);
        System.out.printf("  a third instance answers as of %s%n", asOf);
        poller.close();
        System.out.printf(
                "  the survivor was asked %,d times, slowest answer %d ms, last asOf %s, failures: %s%n",
                poller.asked(), poller.slowestMillis(), poller.lastAsOf(), poller.failures());
        assertThat(poller.failures()).isEmpty();

        OptionalInt code = survivor.terminate(STOP_LIMIT);
        assertThat(code).as("the survivor ends within %s", STOP_LIMIT).isPresent();
        Workload more = new Workload(SEED + 1, RECORDS / 6);
        for (int i = 0; i < RECORDS / 10; i++) {
            trial.post(more.next());
        }
        trial.flush();
        trial.awaitCleaned(CATCH_UP);
        trial.verifyServed(third, trial.verify());
    }
}
