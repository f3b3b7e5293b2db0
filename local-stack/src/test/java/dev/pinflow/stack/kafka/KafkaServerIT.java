package dev.pinflow.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    @TempDir
    Path folder;

    @Test
    void keepsRecordsAndCommittedTransactionsOverAStopAndAStart() throws Exception {
        try (KafkaServer server = new KafkaServer(folder, 0)) {
            server.start();
            createTopic(server.address());
            produceInATransaction(server.address(), "first");
        }

        try (KafkaServer server = new KafkaServer(folder, 0)) {
            server.start();
            produceInATransaction(server.address(), "second");
            assertThat(committedValues(server.address(), 2)).containsExactly("first", "second");
        }
    }

    @Test
    void refusesAPortThatIsTakenBeforeItTouchesTheFolder() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            KafkaServer server = new KafkaServer(folder, other.getLocalPort());

            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage(
                            "Port %d, asked for Kafka, is taken by another program; stop that program, or choose another"
                                    + " port, or 0 for any free one.",
                            other.getLocalPort());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBrokerThatCannotStartIsReportedAndTheJvmGoesOn() {
        KafkaServer server = new KafkaServer(folder, 0, Map.of("authorizer.class.name", "no.such.Authorizer"));

        assertThatThrownBy(server::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("Kafka did not start")
                .hasMessageContaining("no.such.Authorizer");
        server.stop();
    }

    private static void createTopic(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("posts", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void produceInATransaction(String address, String value) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", address, "transactional.id", "writer");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("posts", "7528", value));
            producer.commitTransaction();
            sent.get();
        }
    }

    private static List<String> committedValues(String address, int count) {
        Map<String, Object> properties = Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition("posts", 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int polls = 0; polls < 20 && values.size() < count; polls++) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(record.value());
                }
            }
        }
        return values;
    }
}
