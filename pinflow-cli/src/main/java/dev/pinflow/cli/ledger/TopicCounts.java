package dev.pinflow.cli.ledger;

import dev.pinflow.contract.Topics;
import dev.pinflow.ingest.write.KafkaRecordWriter;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the committed records of one user's topics by reading them: offsets would count transaction markers and aborted
 * records too. Not thread-safe.
 */
public final class TopicCounts implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String rejectedTopic;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Long> ingested = new HashMap<>();
    private final Map<String, Long> replayed = new HashMap<>();
    private final Map<String, Long> rejectedByOrigin = new HashMap<>();

    /** @param clientProperties how to reach Kafka */
    public TopicCounts(Map<String, Object> clientProperties, Topics topics) {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        this.consumer = new KafkaConsumer<>(properties, bytes, bytes);
        this.rejectedTopic = topics.rejected();
        this.partitions = topics.all().stream()
                .map(consumer::partitionsFor)
                .flatMap(Collection::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Counts what is there, waiting at most so long for more. */
    public void advance(Duration timeout) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
            counts.merge(record.topic(), 1L, Long::sum);
            if (record.headers().lastHeader(ReplayHeaders.ORIGIN) != null) {
                // A replay keeps its headers, those of its first way in included, and counts once.
                replayed.merge(record.topic(), 1L, Long::sum);
            } else if (record.headers().lastHeader(KafkaRecordWriter.INGEST_HEADER) != null) {
                ingested.merge(record.topic(), 1L, Long::sum);
            }
            if (record.topic().equals(rejectedTopic)) {
                rejectedByOrigin.merge(origin(record), 1L, Long::sum);
            }
        }
    }

    /** Counts on to what is the end of the topics now. */
    public void advanceToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            advance(Duration.ofMillis(200));
        }
    }

    public long records(String topic) {
        return counts.getOrDefault(topic, 0L);
    }

    public long records(Collection<String> topics) {
        return topics.stream().mapToLong(this::records).sum();
    }

    /** The records of the topic that came in over HTTP and are no replays. */
    public long ingested(String topic) {
        return ingested.getOrDefault(topic, 0L);
    }

    /** The records of the topic that were rejected before. */
    public long replayed(String topic) {
        return replayed.getOrDefault(topic, 0L);
    }

    /** The rejected records that came from the raw topic. */
    public long rejectedFrom(String rawTopic) {
        return rejectedByOrigin.getOrDefault(rawTopic, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String origin(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(RejectedHeaders.TOPIC);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
