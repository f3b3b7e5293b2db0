package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worker's JVM gets SIGKILL at random moments. How often, among how many postings, and from which seed the moments
 * come, is told by the system properties {@code pinflow.kills}, {@code pinflow.postings} and {@code pinflow.seed}.
 */
class WorkerKillIT {
    private static final int KILLS = Integer.getInteger("pinflow.kills", 3);
    private static final int POSTINGS = Integer.getInteger("pinflow.postings", 10_000);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());
    private static final int LONGEST_LIFE_MILLIS = 3_000;
    private static final int SLOWNESS_MILLIS = 2_000;
    private static final String PREFIX = "user-killed";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void exactlyOnceEveryPostingIsCommittedOnceInEveryTopic() throws Exception {
        Ledger ledger = killed(Delivery.EXACTLY_ONCE);

        assertThat(ledger.exactlyOnce()).as(ledger.summary()).isEqualTo(POSTINGS);
        assertThat(ledger.astray()).as(ledger.summary()).isZero();
    }

    @Test
    void otherwiseNoPostingIsMissingOrHalf() throws Exception {
        Ledger ledger = killed(Delivery.AT_LEAST_ONCE);

        assertThat(ledger.missing()).as(ledger.summary()).isZero();
        assertThat(ledger.half()).as(ledger.summary()).isZero();
        assertThat(ledger.astray()).as(ledger.summary()).isZero();
    }

    private Ledger killed(Delivery delivery) throws Exception {
        Random random = new Random(SEED);
        // Slow enough for the last kill to find work that is not done, were each life as long as it can be.
        double rate = POSTINGS * 1000.0 / ((KILLS + 1) * (LONGEST_LIFE_MILLIS + SLOWNESS_MILLIS));
        Map<String, String> options = new HashMap<>(delivery.connectorOptions());
        options.put("tasks.max", "2");
        options.put("mode", "sweep");
        options.put("postings.per.second", Double.toString(rate));
        try (SourceStack stack = SourceStack.start(folder, SourceStack.ownKafka(), delivery.workerProperties())) {
            PostingTables.create(stack.database(), POSTINGS, 100);
            stack.deploy(PREFIX, options);
            for (int kill = 0; kill < KILLS; kill++) {
                pause(random.nextInt(LONGEST_LIFE_MILLIS));
                assertThat(stack.posted(PREFIX))
                        .as("postings before kill %d of seed %d", kill, SEED)
                        .isLessThan(POSTINGS);
                stack.worker().kill();
                stack.worker().start();
            }
            options.put("postings.per.second", "0");
            stack.reconfigure(PREFIX, options);
            stack.awaitPosted(PREFIX, POSTINGS);
            Ledger ledger = stack.ledger(PREFIX, POSTINGS);
            System.out.printf(
                    "%s, worker killed %d times (seed %d): %s, %,d more rolled back%n",
                    delivery, KILLS, SEED, ledger.summary(), stack.rolledBack(PREFIX, ledger));
            return ledger;
        }
    }

    private static void pause(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }
}
