package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back again and again while postings are under way. */
class DatabaseRestartIT {
    private static final int RESTARTS = 5;
    private static final int POSTINGS = 20_000;
    private static final List<String> MODES = List.of("sweep", "sample");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void restartsOfTheDatabaseLoseAndRepeatNothingAndFailNoTask() throws Exception {
        Set<String> states = new ConcurrentSkipListSet<>();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (SourceStack stack =
                SourceStack.start(folder, SourceStack.ownKafka(), Delivery.EXACTLY_ONCE.workerProperties())) {
            PostingTables.create(stack.database(), POSTINGS, 100);
            for (String mode : MODES) {
                stack.deploy("user-" + mode, options(mode, "300"));
            }
            ScheduledFuture<?> watching =
                    watch.scheduleWithFixedDelay(() -> addStates(stack, states), 0, 100, TimeUnit.MILLISECONDS);

            for (int restart = 0; restart < RESTARTS; restart++) {
                awaitProgress(stack);
                stack.restartDatabase();
            }

            for (String mode : MODES) {
                stack.reconfigure("user-" + mode, options(mode, "0"));
                stack.awaitPosted("user-" + mode, POSTINGS);
                Ledger ledger = stack.ledger("user-" + mode, POSTINGS);
                System.out.printf("%s, database restarted %d times: %s%n", mode, RESTARTS, ledger.summary());
                assertThat(ledger.exactlyOnce()).as(ledger.summary()).isEqualTo(POSTINGS);
                assertThat(ledger.astray()).as(ledger.summary()).isZero();
            }
            assertThat(watching.isDone()).as("the watch has ended early").isFalse();
            assertThat(new TreeSet<>(states)).contains("RUNNING").doesNotContain("FAILED");
            assertThat(stack.workerLog().lines().filter(line -> line.contains("dev.pinflow.connect.rds")))
                    .noneMatch(line -> line.contains(" ERROR "))
                    .anyMatch(line -> line.contains(" WARN ") && line.contains("next try in"))
                    .filteredOn(line -> line.contains("answers again"))
                    .hasSizeGreaterThanOrEqualTo(RESTARTS)
                    .allMatch(line -> line.contains(" INFO "));
        } finally {
            watch.shutdownNow();
        }
    }

    private static Map<String, String> options(String mode, String rate) {
        Map<String, String> options = new HashMap<>(Delivery.EXACTLY_ONCE.connectorOptions());
        options.put("mode", mode);
        options.put("seed", "7");
        options.put("postings.max", Integer.toString(POSTINGS));
        options.put("postings.per.second", rate);
        options.put("retry.backoff.ms", "100");
        options.put("retry.backoff.max.ms", "500");
        return options;
    }

    /** Both emulations emit, and neither is done. */
    private static void awaitProgress(SourceStack stack) throws InterruptedException {
        for (String mode : MODES) {
            long before = stack.posted("user-" + mode);
            stack.awaitPosted("user-" + mode, before + 1);
            assertThat(stack.posted("user-" + mode)).isLessThan(POSTINGS);
        }
    }

    private static void addStates(SourceStack stack, Set<String> states) {
        try {
            for (String mode : MODES) {
                states.addAll(List.of(stack.connect().taskStates("user-" + mode).split(",")));
            }
        } catch (IOException notNow) {
            // The worker is busy; the next look comes soon.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
