package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics' committed records, each partition in its order, from the beginning to what is the end now. */
public final class CommittedRecords {
    /** Which end. */
    public enum End {
        /** The first record of a transaction that is still open: nothing is waited for. */
        STABLE,
        /** The last record that was written: open transactions before it are waited for. */
        WRITTEN
    }

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STALL_LIMIT = Duration.ofMinutes(2);

    private final Map<String, Object> properties;

    /** @param clientProperties how to reach Kafka */
    public CommittedRecords(Map<String, Object> clientProperties) {
        this.properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
    }

    /**
     * Shows the records to the reader until there are no more or it has had enough.
     *
     * @param reader says of each record whether it wants another one
     * @throws Failure when a topic is missing, or nothing comes for two minutes
     */
    public void read(Collection<String> topics, End end, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        try (Consumer<byte[], byte[]> consumer = consumer("read_committed")) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            Map<TopicPartition, Long> ends = ends(consumer, partitions, end);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, ends, reader);
        }
    }

    /** The offset of the first record that each partition of the topics still holds. */
    public Map<TopicPartition, Long> beginnings(Collection<String> topics) {
        try (Consumer<byte[], byte[]> consumer = consumer("read_committed")) {
            return consumer.beginningOffsets(partitions(consumer, topics));
        }
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        long moved = System.nanoTime();
        Map<TopicPartition, Long> before = positions(consumer, ends);
        while (before.entrySet().stream().anyMatch(at -> at.getValue() < ends.get(at.getKey()))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                long last = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (record.offset() < last && !reader.test(record)) {
                    return;
                }
            }
            Map<TopicPartition, Long> now = positions(consumer, ends);
            if (!now.equals(before)) {
                before = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > STALL_LIMIT.toNanos()) {
                throw stalled(before, ends);
            }
        }
    }

    private static Failure stalled(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        String waiting = positions.entrySet().stream()
                .filter(at -> at.getValue() < ends.get(at.getKey()))
                .map(at -> at.getKey() + " at offset " + at.getValue())
                .collect(Collectors.joining(", "));
        return new Failure("No record came for " + STALL_LIMIT.toSeconds() + " s from " + waiting
                + ": a transaction is open there, or the brokers do not answer; try again later.");
    }

    private static Map<TopicPartition, Long> positions(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().collect(Collectors.toMap(each -> each, consumer::position));
    }

    private Map<TopicPartition, Long> ends(Consumer<?, ?> committed, List<TopicPartition> partitions, End end) {
        if (end == End.STABLE) {
            return committed.endOffsets(partitions);
        }
        try (Consumer<byte[], byte[]> all = consumer("read_uncommitted")) {
            return all.endOffsets(partitions);
        }
    }

    private Consumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new Failure("There is no topic '" + topic + "': see 'pinflow topics list' and --user-id.");
            }
            found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        return partitions;
    }
}
