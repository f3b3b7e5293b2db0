package dev.pinflow.ingest.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.stack.kafka.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaRecordWriterIT {
    private static final String TOPIC = "user-12ab.pin";

    @TempDir
    private static Path folder;

    private static KafkaServer kafka;
    private static KafkaRecordWriter writer;

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
        }
        writer = KafkaRecordWriter.connect(kafka.address(), Map.of());
    }

    @AfterAll
    static void stopBroker() {
        writer.close();
        kafka.stop();
    }

    @Test
    void whatIsAnsweredAsWrittenIsOnTheBroker() {
        WriteResult result = writer.write(
                TOPIC, List.of(posted(0, "7528", "{\"index\":7528}"), posted(0, "7529", "{\"index\":7529}")));

        assertThat(result)
                .isEqualTo(
                        new WriteResult.Tried(List.of(new WriteOutcome.Written(0, 0), new WriteOutcome.Written(0, 1))));
        assertThat(read(2)).containsExactly("7528 {\"index\":7528}", "7529 {\"index\":7529}");
    }

    @Test
    void aMissingTopicIsToldAtOnce() {
        assertThat(writer.write("user-12ab.nope", List.of(posted(0, "1", "1"))))
                .isEqualTo(new WriteResult.UnknownTopic());
    }

    @Test
    void aMissingPartitionIsToldBeforeAnythingIsWritten() {
        assertThat(writer.write(TOPIC, List.of(posted(0, "1", "1"), posted(2, "2", "2"))))
                .isEqualTo(new WriteResult.UnknownPartition());
    }

    @Test
    void aRecordTooLargeForTheBrokerFailsAlone() {
        WriteResult result =
                writer.write(TOPIC, List.of(posted(1, "1", "x".repeat(2_000_000)), posted(1, "2", "small")));

        List<WriteOutcome> outcomes = ((WriteResult.Tried) result).outcomes();
        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(WriteOutcome.Kind.FATAL));
        assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Written(1, 0));
    }

    @Test
    void aClusterThatDoesNotAnswerIsUnavailable() {
        try (KafkaRecordWriter nowhere = KafkaRecordWriter.connect(
                "127.0.0.1:1", Map.of("request.timeout.ms", "300", "default.api.timeout.ms", "500"))) {
            assertThat(nowhere.write(TOPIC, List.of(posted(0, "1", "1")))).isInstanceOf(WriteResult.Unavailable.class);
        }
    }

    private static PostedRecord posted(int partition, String key, String value) {
        return new PostedRecord(
                OptionalInt.of(partition), Optional.of(key.getBytes(UTF_8)), Optional.of(value.getBytes(UTF_8)));
    }

    private static List<String> read(int expected) {
        List<String> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.address()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> first = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(first);
            consumer.seekToBeginning(first);
            for (int poll = 0; poll < 100 && records.size() < expected; poll++) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> records.add(record.key() + " " + record.value()));
            }
        }
        return records;
    }
}
