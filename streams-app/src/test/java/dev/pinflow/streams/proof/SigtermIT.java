package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGTERM in the midst of work, as a platform sends it before each update. */
@ExtendWith(SharedStack.class)
class SigtermIT {
    /** Below the 30 s that Kubernetes waits before it kills. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int RECORDS = Integer.getInteger("pinflow.records", 6_000);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());

    private static final int IN_GOOD_ORDER = 0;

    private final StreamsStack stack;

    SigtermIT(StreamsStack stack) {
        this.stack = stack;
    }

    @Test
    void theServiceEndsWithinSecondsLeavesNoTransactionOpenAndItsSuccessorGoesOn() throws Exception {
        System.out.printf("SigtermIT: %,d records, seed %d%n", RECORDS, SEED);
        Workload workload = new Workload(SEED, RECORDS / 6);
        try (Trial trial = new Trial(stack, 2);
                ServiceProcess service = trial.newInstance(Map.of())) {
            service.start();
            for (int i = 0; i < RECORDS; i++) {
                trial.post(workload.next());
            }
            while (trial.cleaned() == 0) {
                assertThat(service.isAlive()).isTrue();
            }

            Instant asked = Instant.now();
            OptionalInt code = service.terminate(LIMIT);
            long millis = Duration.between(asked, Instant.now()).toMillis();
            boolean open = trial.hasOpenTransaction();
            System.out.printf("  exit code %s after %d ms, transaction left open: %s%n", code, millis, open);
            assertThat(code).hasValue(IN_GOOD_ORDER);
            assertThat(open).isFalse();

            trial.flush();
            Instant restarted = Instant.now();
            service.start();
            trial.awaitCleaned(LIMIT);
            System.out.printf(
                    "  its successor had cleaned the rest %d ms after its start%n",
                    Duration.between(restarted, Instant.now()).toMillis());
            trial.verify();
        }
    }
}
