package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.connect.s3.format.parquet.ParquetRowsOf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Records that cannot be written go to the dead letter queue, whatever is wrong with them, and the task goes on. */
class ErrantRecordsIT {
    private static final String FORMATS = "io.confluent.connect.s3.format.";
    private static final String PARTITIONERS = "io.confluent.connect.storage.partitioner.";
    private static final String NOT_JSON = "{\"number\":";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static SinkStack stack;

    @BeforeAll
    static void startServers() {
        stack = SinkStack.start(folder, SinkStack.ownKafka());
        stack.addWorker();
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void setsAsideRecordsWithoutTheFieldTheyArePartitionedBy() throws Exception {
        assertSetAside(
                "by-field",
                Map.of("partitioner.class", PARTITIONERS + "FieldPartitioner", "partition.field.name", "shard"),
                List.of("{\"number\":1,\"shard\":\"a\"}", "{\"number\":2,\"shard\":\"b\"}"),
                "{\"number\":3}",
                "{\"number\":4,\"shard\":{\"a\":1}}",
                "[5]",
                "6",
                NOT_JSON);
    }

    @Test
    void setsAsideRecordsWithoutATimeToBePartitionedBy() throws Exception {
        assertSetAside(
                "by-time",
                Map.of(
                        "partitioner.class", PARTITIONERS + "HourlyPartitioner",
                        "locale", "en",
                        "timezone", "UTC",
                        "timestamp.extractor", "RecordField",
                        "timestamp.field", "at"),
                List.of("{\"number\":1,\"at\":1600000000123}", "{\"number\":2,\"at\":\"2020-09-13T12:26:40Z\"}"),
                "{\"number\":3}",
                "{\"number\":4,\"at\":\"yesterday\"}",
                "{\"number\":5,\"at\":null}",
                "{\"number\":6,\"at\":{}}",
                "[7]",
                NOT_JSON);
    }

    @Test
    void setsAsideRecordsWithoutAValue() throws Exception {
        assertSetAside(
                "by-value",
                Map.of("behavior.on.null.values", "ignore"),
                List.of("{\"number\":1}", "{\"number\":2}"),
                null,
                NOT_JSON);
    }

    @Test
    void setsAsideWhatAParquetFileHasNoRowFor() throws Exception {
        String schema = "{\"type\":\"struct\",\"fields\":[{\"field\":\"number\",\"type\":\"int32\"}]}";
        String row = "{\"schema\":" + schema + ",\"payload\":{\"number\":%d}}";
        assertSetAside(
                "by-row",
                Map.of("format.class", FORMATS + "parquet.ParquetFormat", "value.converter.schemas.enable", "true"),
                List.of(row.formatted(1), row.formatted(2)),
                "{\"schema\":{\"type\":\"string\"},\"payload\":\"no struct\"}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[]},\"payload\":{}}",
                "{\"schema\":null,\"payload\":{\"number\":4}}",
                NOT_JSON);
    }

    @Test
    void setsAsideWhatIsNotBytes() throws Exception {
        String bytes = "{\"schema\":{\"type\":\"bytes\"},\"payload\":\"%s\"}";
        assertSetAside(
                "by-bytes",
                Map.of("format.class", FORMATS + "bytearray.ByteArrayFormat", "value.converter.schemas.enable", "true"),
                List.of(bytes.formatted(base64("{\"number\":1}")), bytes.formatted(base64("{\"number\":2}"))),
                "{\"schema\":{\"type\":\"int32\"},\"payload\":3}",
                "{\"schema\":null,\"payload\":{\"number\":4}}",
                NOT_JSON);
    }

    /** Sends good records around and between all bad ones, which end the topic too. */
    private static void assertSetAside(String topic, Map<String, String> options, List<String> good, String... bad)
            throws Exception {
        List<String> values = new ArrayList<>(List.of(good.get(0)));
        values.addAll(Arrays.asList(bad));
        values.add(good.get(1));
        values.addAll(Arrays.asList(bad));
        stack.topics().create(1, topic, topic + ".dead");
        stack.topics().send(values.stream().map(value -> new ProducerRecord<>(topic, 0, "k", value)));
        Map<String, String> config = stack.config(options);
        config.putAll(Map.of(
                "topics", topic,
                "flush.size", "2",
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", topic + ".dead",
                "errors.deadletterqueue.topic.replication.factor", "1",
                "errors.deadletterqueue.context.headers.enable", "true"));
        stack.connect().deploy(topic, config);

        stack.topics().awaitNoLag(stack.connect(), topic, topic);
        List<Long> offsets = new ArrayList<>();
        for (long offset = 0; offset < values.size(); offset++) {
            String value = values.get((int) offset);
            if (value == null || !good.contains(value)) {
                offsets.add(offset);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                stack.topics().all(topic + ".dead").stream().map(ErrantRecordsIT::offset))
                        .as("offsets in the dead letter queue")
                        .containsExactlyInAnyOrderElementsOf(offsets));
        stack.connect().awaitTasks(topic, 1);
        assertThat(stack.bucket().sizes("topics/" + topic + "/").keySet().stream()
                        .flatMap(key -> numbers(key, stack.bucket().bytes(key))))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private static Stream<Long> numbers(String key, byte[] content) {
        Stream<String> records = key.endsWith(".parquet")
                ? ParquetRowsOf.file(content).stream()
                : new String(content, StandardCharsets.UTF_8).lines();
        return records.map(ObjectLedger::number);
    }

    private static long offset(ConsumerRecord<String, String> dead) {
        byte[] text = dead.headers().lastHeader("__connect.errors.offset").value();
        return Long.parseLong(new String(text, StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
