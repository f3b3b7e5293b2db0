package dev.pinflow.streams.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows how stores are filled from their topics, for the log and for whoever asks. Called by stream threads. */
public final class RestoreProgress implements StateRestoreListener, StandbyUpdateListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);

    /** What is done with the store's partition. */
    public enum Phase {
        /** Records wait until it is read. */
        RESTORING,
        /** It is read. */
        RESTORED,
        /** It went to another thread or instance before it was read. */
        SUSPENDED,
        /** Another instance works on the task; this one keeps a copy. */
        STANDBY
    }

    /**
     * One partition of one store.
     *
     * @param restored records read since the phase began
     * @param endOffset the offset up to which there is something to read, as far as known
     */
    public record Restore(String store, String topic, int partition, Phase phase, long restored, long endOffset) {}

    private record Place(String store, TopicPartition partition) {}

    private final Map<Place, Restore> restores = new ConcurrentHashMap<>();
    private final LongAdder records = new LongAdder();

    /** All partitions of stores that were read since the start, ordered by store and partition. */
    public List<Restore> snapshot() {
        return restores.values().stream()
                .sorted(Comparator.comparing(Restore::store)
                        .thenComparing(Restore::topic)
                        .thenComparingInt(Restore::partition))
                .toList();
    }

    /** How many partitions of stores are being read now. */
    public long restoring() {
        return restores.values().stream()
                .filter(restore -> restore.phase() == Phase.RESTORING)
                .count();
    }

    /** How many records were read into stores since the start, standby copies included. */
    public long records() {
        return records.sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        put(partition, store, Phase.RESTORING, endingOffset);
        LOG.info("Restoring {} from {}: offsets {} to {}", store, partition, startingOffset, endingOffset);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {
        records.add(restored);
        change(partition, store, now -> moved(now, now.phase(), restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        change(partition, store, now -> moved(now, Phase.RESTORED, 0));
        LOG.info("Restored {} from {}: {} records", store, partition, restored);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
        change(partition, store, now -> moved(now, Phase.SUSPENDED, 0));
        LOG.info("Restore of {} from {} suspended after {} records", store, partition, restored);
    }

    @Override
    public void onUpdateStart(TopicPartition partition, String store, long startingOffset) {
        put(partition, store, Phase.STANDBY, startingOffset);
        LOG.info("Standby of {} follows {} from offset {}", store, partition, startingOffset);
    }

    @Override
    public void onBatchLoaded(
            TopicPartition partition, String store, TaskId task, long batchEndOffset, long batchSize, long endOffset) {
        records.add(batchSize);
        change(
                partition,
                store,
                now -> new Restore(
                        store,
                        partition.topic(),
                        partition.partition(),
                        Phase.STANDBY,
                        now.restored() + batchSize,
                        endOffset));
    }

    @Override
    public void onUpdateSuspended(
            TopicPartition partition, String store, long storeOffset, long endOffset, SuspendReason reason) {
        change(partition, store, now -> moved(now, Phase.SUSPENDED, 0));
        LOG.info(
                "Standby of {} stopped at offset {} of {} of {}: {}", store, storeOffset, endOffset, partition, reason);
    }

    private static Restore moved(Restore now, Phase phase, long more) {
        return new Restore(now.store(), now.topic(), now.partition(), phase, now.restored() + more, now.endOffset());
    }

    private void put(TopicPartition partition, String store, Phase phase, long endOffset) {
        restores.put(
                new Place(store, partition),
                new Restore(store, partition.topic(), partition.partition(), phase, 0, endOffset));
    }

    private void change(TopicPartition partition, String store, UnaryOperator<Restore> change) {
        restores.computeIfPresent(new Place(store, partition), (place, now) -> change.apply(now));
    }
}
