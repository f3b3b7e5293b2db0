package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The service gets SIGKILL again and again while records are posted. How many records and kills, and from which seed
 * they come, is told by the system properties {@code pinflow.records}, {@code pinflow.kills} and {@code pinflow.seed};
 * {@code pinflow.protocol=streams} takes the other group protocol.
 */
@ExtendWith(SharedStack.class)
class ServiceKillIT {
    private static final int RECORDS = Integer.getInteger("pinflow.records", 6_000);
    private static final int KILLS = Integer.getInteger("pinflow.kills", 2);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("pinflow.patience.seconds", 90));
    private static final Duration STOP_LIMIT = Duration.ofSeconds(35);
    private static final int PARTITIONS = 3;
    private static final int STARTS = 5;
    private static final int LONGEST_START_MILLIS = 7_000;

    private final StreamsStack stack;
    private final Random random = new Random(SEED);
    private int restartedBeforeWork;
    private int failedStarts;

    ServiceKillIT(StreamsStack stack) {
        this.stack = stack;
    }

    @Test
    void everyRecordIsCleanedExactlyOnceAndTheAnswersEqualABatchComputation() throws Exception {
        System.out.printf("ServiceKillIT: %,d records, %d kills, seed %d%n", RECORDS, KILLS, SEED);
        Instant began = Instant.now();
        try (Trial trial = new Trial(stack, PARTITIONS);
                ServiceProcess service = trial.newInstance(Map.of())) {
            killAgainAndAgain(trial, service);
            trial.awaitCleaned(PATIENCE);
            CleanedRecords records = trial.verify();
            trial.verifyServed(service, records);

            Instant asked = Instant.now();
            OptionalInt code = service.terminate(STOP_LIMIT);
            System.out.printf(
                    "  SIGTERM: exit code %s after %d ms; %d kills before the first record of a life; %d starts failed; %d s in all%n",
                    code,
                    Duration.between(asked, Instant.now()).toMillis(),
                    restartedBeforeWork,
                    failedStarts,
                    Duration.between(began, Instant.now()).toSeconds());
            assertThat(code).hasValue(0);
            trial.verifyPublished(records);
            // Once more, for what came late.
            trial.verify();
        }
    }

    /** Posts slice by slice; the service is killed at a random moment within each slice but the last. */
    private void killAgainAndAgain(Trial trial, ServiceProcess service) throws Exception {
        Workload workload = new Workload(random.nextLong(), Math.max(1, RECORDS / 6));
        service.start();
        for (int slice = 0; slice <= KILLS; slice++) {
            int count = (int) ((long) RECORDS * (slice + 1) / (KILLS + 1) - (long) RECORDS * slice / (KILLS + 1));
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < count; i++) {
                    trial.post(workload.next());
                }
                trial.flush();
            });
            if (slice < KILLS) {
                waitForAMoment(trial);
                int cleaned = trial.cleaned();
                service.kill();
                System.out.printf(
                        "  kill %d at %s: %,d posted, %,d cleaned%n",
                        slice + 1, Instant.now(), trial.postedCount(), cleaned);
                relaunch(service);
            }
            feeding.join();
        }
        assertThat(service.isAlive()).isTrue();
    }

    /** As a platform does: a start that finds the broker too busy to answer ends, and the next one follows. */
    private void relaunch(ServiceProcess service) {
        for (int left = STARTS - 1; ; left--) {
            try {
                service.launch();
                return;
            } catch (ServerStartException e) {
                if (left == 0) {
                    throw e;
                }
                failedStarts++;
            }
        }
    }

    /** Mostly while it works, sometimes while it still starts or joins its groups. */
    private void waitForAMoment(Trial trial) throws InterruptedException {
        if (random.nextInt(5) == 0) {
            restartedBeforeWork++;
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            return;
        }
        int target = trial.cleaned() + 1 + random.nextInt(Math.max(1, RECORDS / (KILLS + 1)));
        Instant end = Instant.now().plus(PATIENCE);
        while (trial.cleaned() < Math.min(target, trial.postedCount())) {
            assertThat(Instant.now())
                    .as("too little is cleaned in %s", PATIENCE)
                    .isBefore(end);
        }
    }
}
