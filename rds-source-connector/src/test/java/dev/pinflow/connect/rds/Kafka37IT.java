package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.stack.connect.WorkerClassPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in a Kafka 3.7 worker, the oldest that it promises to run in, with plugin.discovery=service_load. */
class Kafka37IT {
    private static final WorkerClassPath JARS =
            WorkerClassPath.ofFolder(Path.of("..", "connect-worker-3.7", "target", "lib"));
    private static final int POSTINGS = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static SourceStack stack;

    @BeforeAll
    static void startServers() throws Exception {
        stack = SourceStack.start(folder, JARS, Map.of("plugin.discovery", "service_load"));
        PostingTables.create(stack.database(), POSTINGS, 100);
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void listsThePluginWithItsVersion() throws Exception {
        assertThat(stack.connect().get("/").path("version").asText()).startsWith("3.7.");
        assertThat(stack.connect().get("/connector-plugins")).anySatisfy(plugin -> {
            assertThat(plugin.path("class").asText()).isEqualTo(RdsPostingSourceConnector.class.getName());
            assertThat(plugin.path("version").asText()).isEqualTo(new RdsPostingSourceConnector().version());
        });
    }

    @Test
    void postsEveryRowAndThenIdles() throws Exception {
        assertRuns("user-old", Map.of("mode", "sweep"));
    }

    @Test
    void postsExactlyOnce() throws Exception {
        Map<String, String> options = new HashMap<>(Delivery.EXACTLY_ONCE.connectorOptions());
        options.put("tasks.max", "2");

        assertRuns("user-old-once", options);
    }

    @Test
    void writesStructsWithConvertersOfItsOwn() throws Exception {
        assertRuns(
                "user-old-structs",
                Map.of(
                        "value.format", "struct",
                        "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                        "value.converter.schemas.enable", "false"));
    }

    @Test
    void beginsAgainWhenItsOffsetsAreReset() throws Exception {
        String prefix = "user-old-again";
        assertRuns(prefix, Map.of());
        ConnectRest connect = stack.connect();

        connect.stop(prefix);
        connect.resetOffsets(prefix);
        assertThat(connect.posted(prefix)).isZero();
        connect.resume(prefix);

        stack.awaitPosted(prefix, POSTINGS);
        assertThat(stack.ledger(prefix, POSTINGS).repeated()).isEqualTo(POSTINGS);
    }

    private static void assertRuns(String prefix, Map<String, String> options) throws Exception {
        stack.deploy(prefix, options);
        stack.awaitPosted(prefix, POSTINGS);

        Ledger ledger = stack.ledger(prefix, POSTINGS);
        assertThat(ledger.exactlyOnce()).as(ledger.summary()).isEqualTo(POSTINGS);
        assertThat(stack.connect().taskStates(prefix)).matches("RUNNING(,RUNNING)*");
        assertThat(stack.workerLog())
                .contains("is complete")
                .doesNotContain("NoSuchMethodError", "NoClassDefFoundError", "AbstractMethodError", " ERROR ");
    }
}
