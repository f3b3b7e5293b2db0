package dev.pinflow.benchmarks.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics that all runs write to. */
record CuratedTopics(String brokers, List<String> topics) {
    private static final RecordsToDelete ALL = RecordsToDelete.beforeOffset(-1);

    /** How many committed records there are. */
    long count() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "auto.offset.reset", "none");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions());
            consumer.seekToBeginning(partitions());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
            long count = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                count += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return count;
        }
    }

    /** Deletes all records. */
    void clear() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.deleteRecords(partitions().stream().collect(Collectors.toMap(Function.identity(), partition -> ALL)))
                    .all()
                    .get();
        }
    }

    private Collection<TopicPartition> partitions() {
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, RawPosts.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
    }
}
