package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker's topics: made, written, read, and how far connectors have come in them. */
record Topics(String bootstrapServers) {
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("pinflow.patience.minutes", 2));

    void create(int partitions, String... names) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(Stream.of(names)
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Writes records and returns when the broker has them. */
    void send(Stream<ProducerRecord<String, String>> records) {
        try (Producer<String, String> producer = producer(Map.of())) {
            records.forEach(record -> post(producer, record));
        }
    }

    /** Commits or aborts a transaction of one record for each value, in the topic's partition 0. */
    void transaction(String topic, boolean commit, String... values) {
        try (Producer<String, String> producer = producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                post(producer, new ProducerRecord<>(topic, 0, "k", value));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a record that is missing shows up in the ledger
    private static void post(Producer<String, String> producer, ProducerRecord<String, String> message) {
        producer.send(message);
    }

    /** Hands over all committed records of a topic, in order within each partition. */
    void read(String topic, Consumer<ConsumerRecord<String, String>> reader) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    List<ConsumerRecord<String, String>> all(String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        read(topic, records::add);
        return records;
    }

    /** How far the offsets that a connector has committed are behind the ends of all partitions of these topics. */
    long lag(String connector, String... topics) throws ExecutionException, InterruptedException {
        return lags(connector, topics).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The same by partition; a partition without a committed offset is behind by all that it has. */
    Map<TopicPartition, Long> lags(String connector, String... topics) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            admin.describeTopics(List.of(topics))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> partitions.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("connect-" + connector)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> {
                        OffsetAndMetadata known = committed.get(end.getKey());
                        return end.getValue().offset() - (known == null ? 0 : known.offset());
                    }));
        }
    }

    /** Waits until the connector has committed the ends of all partitions; a task that fails ends the wait. */
    void awaitNoLag(ConnectRest connect, String connector, String... topics) {
        await(connector)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast(
                        "a task failed",
                        () -> assertThat(connect.failures(connector)).isEmpty())
                .untilAsserted(() -> assertThat(lag(connector, topics))
                        .as("lag of %s", connector)
                        .isZero());
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private Producer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("linger.ms", "5");
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }
}
