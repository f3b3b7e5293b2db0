package dev.pinflow.connect.rds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All partitions of one topic, from their beginning to the end that they have at first. */
final class TopicReading implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final Map<TopicPartition, Long> ends;

    TopicReading(String bootstrapServers, String topic, IsolationLevel isolation) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                isolation.toString());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** All records, in order within each partition. */
    static List<ConsumerRecord<String, String>> all(String bootstrapServers, String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (TopicReading reading = new TopicReading(bootstrapServers, topic, IsolationLevel.READ_COMMITTED)) {
            while (reading.hasMore()) {
                reading.next().forEach(records::add);
            }
        }
        return records;
    }

    boolean hasMore() {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    Iterable<ConsumerRecord<String, String>> next() {
        return consumer.poll(Duration.ofMillis(200));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
