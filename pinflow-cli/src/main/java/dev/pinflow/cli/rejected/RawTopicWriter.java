package dev.pinflow.cli.rejected;

import dev.pinflow.cli.console.Failure;
import dev.pinflow.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes replays to one user's raw topics, in transactions under an id of that user's: what an interrupted replay left
 * open is undone when the next one begins, and of two at a time the older one ends. Not thread-safe.
 */
final class RawTopicWriter implements AutoCloseable {
    /** The client's guard is wide open: the topics' {@code max.message.bytes} decide. */
    private static final int LARGEST_REQUEST_BYTES = 16 * 1024 * 1024;

    private final Topics topics;
    private final Producer<byte[], byte[]> producer;

    /** Completes or undoes what an earlier replay left behind. */
    RawTopicWriter(Map<String, Object> clientProperties, Topics topics) {
        this.topics = topics;
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pinflow-replay-" + topics.userId());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw new Failure(
                    "Nothing was replayed: no transaction can be begun (" + e.getMessage()
                            + "); replays need the permission to write with the transactional id pinflow-replay-"
                            + topics.userId() + ".",
                    e);
        }
    }

    /**
     * Writes the records, all of them or, where one is too large for its topic, all but those.
     *
     * @return those that were too large
     */
    List<RejectedRecord> write(List<RejectedRecord> records) {
        try {
            commit(records);
            return List.of();
        } catch (KafkaException e) {
            requireOurs(e);
            producer.abortTransaction();
            if (!isCausedBy(e, RecordTooLargeException.class)) {
                throw new Failure(
                        "The replay stopped, and what it reported so far stands: " + e.getMessage() + "; run it again.",
                        e);
            }
            return records.size() == 1 ? records : writeEach(records);
        }
    }

    private List<RejectedRecord> writeEach(List<RejectedRecord> records) {
        List<RejectedRecord> tooLarge = new ArrayList<>();
        records.forEach(record -> tooLarge.addAll(write(List.of(record))));
        return tooLarge;
    }

    private void commit(List<RejectedRecord> records) {
        producer.beginTransaction();
        for (RejectedRecord record : records) {
            int partitions = producer.partitionsFor(record.raw().topic()).size();
            // What a send fails of, the commit throws.
            Future<RecordMetadata> unused = producer.send(ReplayedRecord.of(record, partitions));
        }
        producer.commitTransaction();
    }

    private void requireOurs(KafkaException e) {
        if (isCausedBy(e, ProducerFencedException.class) || isCausedBy(e, InvalidProducerEpochException.class)) {
            throw new Failure(
                    "Another replay of " + topics.prefix() + " was started, so this one stopped: let that one finish.",
                    e);
        }
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        producer.close();
    }
}
