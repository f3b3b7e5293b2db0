package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.stack.connect.WorkerClassPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin does in every worker that it promises to run in, found by plugin.discovery=service_load. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WorkerContract {
    private static final String PIN = "user-7.pin";
    private static final String CURATED = "user-7.curated.pin";
    private static final String REJECTED = "user-7.rejected";

    private final String kafkaVersion;
    private final WorkerClassPath classPath;
    private SinkStack stack;

    /** @param kafkaVersion how the version begins that the worker says */
    WorkerContract(String kafkaVersion, WorkerClassPath classPath) {
        this.kafkaVersion = kafkaVersion;
        this.classPath = classPath;
    }

    @BeforeAll
    void startServers(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        stack = SinkStack.start(folder, classPath);
        stack.addWorker();
    }

    @AfterAll
    void stopServers() throws Exception {
        if (stack == null) {
            return;
        }
        try (SinkStack closed = stack) {
            assertThat(closed.workerLog())
                    .doesNotContain("NoSuchMethodError", "NoClassDefFoundError", "AbstractMethodError", " ERROR ");
        }
    }

    SinkStack stack() {
        return stack;
    }

    @Test
    void listsThePluginWithItsVersion() throws Exception {
        assertThat(stack.connect().get("/").path("version").asText()).startsWith(kafkaVersion);
        assertThat(stack.connect().get("/connector-plugins")).anySatisfy((JsonNode plugin) -> {
            assertThat(plugin.path("class").asText()).isEqualTo(S3SinkConnector.class.getName());
            assertThat(plugin.path("type").asText()).isEqualTo("sink");
            assertThat(plugin.path("version").asText()).isEqualTo(new S3SinkConnector().version());
        });
    }

    @Test
    void writesRawCuratedAndRejectedTopicsOfOneUserAtOnce() throws Exception {
        stack.topics().create(3, PIN);
        stack.topics().create(1, CURATED, REJECTED);
        stack.topics().send(IntStream.range(0, 100).mapToObj(number -> numbered(PIN, number % 3, number)));
        stack.topics().transaction(CURATED, true, json(0), json(1), json(2));
        stack.topics().transaction(CURATED, false, json(3), json(4));
        stack.topics().transaction(CURATED, true, json(5));
        stack.topics().transaction(REJECTED, true, json(0));
        stack.topics().transaction(REJECTED, false, json(1));

        stack.connect()
                .deploy(
                        "classic",
                        stack.config(Map.ofEntries(
                                Map.entry("topics.regex", "user-7.*"),
                                Map.entry("tasks.max", "2"),
                                Map.entry("consumer.override.isolation.level", "read_committed"),
                                Map.entry("format.class", "io.confluent.connect.s3.format.bytearray.ByteArrayFormat"),
                                Map.entry("format.bytearray.extension", ".json"),
                                Map.entry("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter"),
                                Map.entry("flush.size", "20"),
                                Map.entry("rotate.schedule.interval.ms", "1000"),
                                Map.entry("timezone", "UTC"))));

        ObjectLedger ledger = awaitExact(PIN, CURATED, REJECTED);
        System.out.printf("Kafka %s, topics.regex=user-7.*%n%s%n", kafkaVersion, ledger.table());
        assertThat(String.join(
                        "", stack.bucket().texts("topics/" + CURATED + "/").values()))
                .isEqualTo(lines(0, 3) + json(5) + "\n");
    }

    @Test
    void namesObjectsByWhatTransformsMakeOfTopicsAndKeepsOffsetsByWhereRecordsCameFrom() throws Exception {
        stack.topics().create(1, "v1.north", "v1.south");
        send("v1.north", 0, 12);
        send("v1.south", 0, 11);
        Map<String, String> config = stack.config(Map.of(
                "topics", "v1.north,v1.south",
                "flush.size", "5",
                "transforms", "rename",
                "transforms.rename.type", "org.apache.kafka.connect.transforms.RegexRouter",
                "transforms.rename.regex", "v1\\.(.*)",
                "transforms.rename.replacement", "$1"));
        stack.connect().deploy("renamed", config);
        awaitLag("renamed", 3, "v1.north", "v1.south");

        stack.connect().delete("renamed");
        stack.connect().deploy("renamed", config);
        send("v1.north", 12, 15);
        send("v1.south", 11, 15);

        stack.topics().awaitNoLag(stack.connect(), "renamed", "v1.north", "v1.south");
        for (String name : new String[] {"north", "south"}) {
            String folder = "topics/" + name + "/partition=0/" + name + "+0+00000000";
            assertThat(stack.bucket().texts("topics/" + name + "/"))
                    .isEqualTo(Map.of(
                            folder + "00.json", lines(0, 5),
                            folder + "05.json", lines(5, 10),
                            folder + "10.json", lines(10, 15)));
        }
    }

    ObjectLedger awaitExact(String... topics) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ObjectLedger.read(stack.topics(), stack.bucket(), topics), ObjectLedger::isExact);
    }

    void awaitLag(String connector, long lag, String... topics) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    assertThat(stack.connect().failures(connector)).isEmpty();
                    assertThat(stack.topics().lag(connector, topics)).isEqualTo(lag);
                });
    }

    void send(String topic, int from, int to) {
        stack.topics().send(IntStream.range(from, to).mapToObj(number -> numbered(topic, 0, number)));
    }

    static ProducerRecord<String, String> numbered(String topic, int partition, int number) {
        return new ProducerRecord<>(topic, partition, "k", json(number));
    }

    static String json(int number) {
        return "{\"number\":%d}".formatted(number);
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, to).forEach(number -> lines.append(json(number)).append('\n'));
        return lines.toString();
    }
}
