package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** tasks.max goes from 1 to 4 to 2 while postings are under way, as autoscaling does it. */
class TasksMaxIT {
    private static final int POSTINGS = 20_000;
    private static final String PREFIX = "user-scaled";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void exactlyOnceNothingIsLostOrRepeated() throws Exception {
        Ledger ledger = scaled(Delivery.EXACTLY_ONCE);

        assertThat(ledger.exactlyOnce()).as(ledger.summary()).isEqualTo(POSTINGS);
        assertThat(ledger.astray()).as(ledger.summary()).isZero();
    }

    @Test
    void otherwiseNoPostingIsMissingOrHalf() throws Exception {
        Ledger ledger = scaled(Delivery.AT_LEAST_ONCE);

        assertThat(ledger.missing()).as(ledger.summary()).isZero();
        assertThat(ledger.half()).as(ledger.summary()).isZero();
        assertThat(ledger.astray()).as(ledger.summary()).isZero();
    }

    private Ledger scaled(Delivery delivery) throws Exception {
        Map<String, String> options = new HashMap<>(delivery.connectorOptions());
        options.put("mode", "sweep");
        options.put("postings.per.second", "300");
        try (SourceStack stack = SourceStack.start(folder, SourceStack.ownKafka(), delivery.workerProperties())) {
            PostingTables.create(stack.database(), POSTINGS, 100);
            options.put("tasks.max", "1");
            stack.deploy(PREFIX, options);
            stack.awaitPosted(PREFIX, 300);
            assertThat(stack.connect().taskStates(PREFIX)).isEqualTo("RUNNING");

            scale(stack, options, 4);
            options.put("postings.per.second", "0");
            scale(stack, options, 2);

            stack.awaitPosted(PREFIX, POSTINGS);
            Ledger ledger = stack.ledger(PREFIX, POSTINGS);
            System.out.printf("%s, tasks.max 1 → 4 → 2: %s%n", delivery, ledger.summary());
            return ledger;
        }
    }

    private static void scale(SourceStack stack, Map<String, String> options, int tasks) throws Exception {
        long before = stack.posted(PREFIX);
        assertThat(before).as("postings before tasks.max %d", tasks).isLessThan(POSTINGS);
        options.put("tasks.max", Integer.toString(tasks));
        stack.reconfigure(PREFIX, options);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> stack.connect()
                        .taskStates(PREFIX)
                        .equals(String.join(",", Collections.nCopies(tasks, "RUNNING"))));
        stack.awaitPosted(PREFIX, Math.min(POSTINGS, before + 300));
    }
}
