package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.cli.cluster.CommittedRecords;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.contract.Topics;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

final class RawTopicWriterIT {
    private static final int TOPIC_LIMIT = 4096;

    private static KafkaServer kafka;
    private static Map<String, Object> client;

    private Topics topics;
    private String raw;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kafka = new KafkaServer(folder, 0);
        kafka.start();
        client = Map.of("bootstrap.servers", kafka.address());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        topics = new Topics(test.getTestMethod().orElseThrow().getName());
        raw = topics.raw().get(0);
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(raw, 1, (short) 1)
                            .configs(Map.of("max.message.bytes", Integer.toString(TOPIC_LIMIT)))))
                    .all()
                    .get();
        }
    }

    @Test
    void writesAllButWhatIsTooLarge() {
        RejectedRecord large = record(2, TOPIC_LIMIT);
        try (RawTopicWriter writer = new RawTopicWriter(client, topics)) {
            assertThat(writer.write(List.of(record(1, 10), large, record(3, 20))))
                    .containsExactly(large);
            assertThat(writer.write(List.of(record(4, 30)))).isEmpty();
        }
        assertThat(committedSizes()).containsExactly(10, 20, 30);
    }

    @Test
    void theOlderOfTwoReplaysStops() {
        try (RawTopicWriter older = new RawTopicWriter(client, topics);
                RawTopicWriter younger = new RawTopicWriter(client, topics)) {
            assertThat(younger.write(List.of(record(1, 10)))).isEmpty();
            List<RejectedRecord> again = List.of(record(1, 10));
            assertThatThrownBy(() -> older.write(again))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Another replay of " + topics.prefix());
        }
        assertThat(committedSizes()).containsExactly(10);
    }

    @Test
    void undoesWhatAnInterruptedReplayLeftOpen() throws Exception {
        Map<String, Object> interrupted =
                Map.of("bootstrap.servers", kafka.address(), "transactional.id", "pinflow-replay-" + topics.userId());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(interrupted, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(raw, new byte[99])).get();
            try (RawTopicWriter writer = new RawTopicWriter(client, topics)) {
                assertThat(committedSizes()).isEmpty();
                assertThat(writer.write(List.of(record(1, 10)))).isEmpty();
            }
        }
        assertThat(committedSizes()).containsExactly(10);
    }

    /** Reads to the very end, so that a transaction that is still open fails the test instead of hiding records. */
    private List<Integer> committedSizes() {
        List<Integer> sizes = new ArrayList<>();
        new CommittedRecords(client)
                .read(List.of(raw), CommittedRecords.End.WRITTEN, record -> sizes.add(record.value().length));
        return sizes;
    }

    private RejectedRecord record(long offset, int bytes) {
        byte[] value = new byte[bytes];
        // Random, so that compression cannot make it fit.
        new Random(offset).nextBytes(value);
        return Rejects.record(offset, value, Map.of(RejectedHeaders.TOPIC, raw, RejectedHeaders.PARTITION, "0"));
    }
}
