package dev.pinflow.streams.answers;

import dev.pinflow.streams.answers.Offsets.Gap;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks whether a reader of committed records would find any between two offsets. A log's end cannot tell: the markers
 * of transactions and the records of aborted ones take up offsets too, and nobody commits offsets beyond them. What was
 * found empty is not read again.
 */
final class CommittedGaps implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 10;
    private static final int FETCHED_BYTES = 4 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Gap> empty = new HashMap<>();

    private CommittedGaps(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param settings of a consumer; those that decide what is read and how are replaced */
    static CommittedGaps of(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Offsets before the log's start are offsets that retention has deleted: nothing is left of them.
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        // One record is enough to know; a broker sends the first batch whole however little is asked for.
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES);
        own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
        return new CommittedGaps(new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** False also when that could not be found out within a second. */
    boolean areEmpty(Map<TopicPartition, Gap> gaps) {
        Map<TopicPartition, Gap> unknown = new HashMap<>();
        gaps.forEach((partition, gap) -> {
            Gap rest = withoutKnown(gap, empty.get(partition));
            if (rest.from() < rest.to()) {
                unknown.put(partition, rest);
            }
        });
        if (unknown.isEmpty()) {
            return true;
        }
        consumer.assign(unknown.keySet());
        try {
            unknown.forEach((partition, gap) -> consumer.seek(partition, gap.from()));
            boolean allEmpty = readThrough(unknown);
            if (allEmpty) {
                unknown.keySet().forEach(partition -> empty.put(partition, gaps.get(partition)));
            }
            return allEmpty;
        } finally {
            consumer.unsubscribe();
        }
    }

    private static Gap withoutKnown(Gap gap, Gap known) {
        boolean continues = known != null && known.from() <= gap.from() && gap.from() <= known.to();
        return continues ? new Gap(known.to(), gap.to()) : gap;
    }

    private boolean readThrough(Map<TopicPartition, Gap> gaps) {
        for (int poll = 0; poll < POLLS; poll++) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < gaps.get(partition).to()) {
                    return false;
                }
            }
            if (arePassed(gaps)) {
                return true;
            }
        }
        return false;
    }

    private boolean arePassed(Map<TopicPartition, Gap> gaps) {
        for (Map.Entry<TopicPartition, Gap> gap : gaps.entrySet()) {
            if (consumer.position(gap.getKey(), POLL) < gap.getValue().to()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
