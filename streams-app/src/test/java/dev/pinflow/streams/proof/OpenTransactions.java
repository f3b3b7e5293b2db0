package dev.pinflow.streams.proof;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks whether the last stable offset of a partition lies before its end, as it does while a transaction is open. */
final class OpenTransactions {
    private OpenTransactions() {}

    static boolean exist(String bootstrapServers, List<String> topics) {
        return !ends(bootstrapServers, topics, "read_committed")
                .equals(ends(bootstrapServers, topics, "read_uncommitted"));
    }

    private static Map<TopicPartition, Long> ends(String bootstrapServers, List<String> topics, String isolation) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
    }
}
