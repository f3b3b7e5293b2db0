package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.upload.ObjectUploads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Delivers the records of all partitions of a task. Used from the task's thread only; no call waits for S3. */
public final class RecordDelivery {
    /** How soon to look after uploads while records have to wait for them, or for their own sake. */
    private static final Duration SOON = Duration.ofMillis(20);

    private static final Duration LATER = Duration.ofMillis(250);

    private final SinkTaskContext context;
    private final InstantSource clock;
    private final UnwritableRecords unwritable;
    private final NameOwners owners = new NameOwners();
    private final Layout layout;
    private final ObjectUploads uploads;
    private final ObjectOpening opening;
    private final DeliveryListener listener;
    private final MemoryRelief memory;
    private final Map<TopicPartition, PartitionDelivery> partitions = new HashMap<>();
    private Optional<Current> last = Optional.empty();

    /** Records mostly come in runs of one partition. */
    private record Current(String topic, int partition, PartitionDelivery delivery) {
        boolean is(SinkRecord sinkRecord) {
            return partition == RecordCoordinates.partition(sinkRecord)
                    && topic.equals(RecordCoordinates.topic(sinkRecord));
        }
    }

    public RecordDelivery(
            SinkTaskContext context,
            Layout layout,
            ErrorConfig errors,
            ObjectBuffers buffers,
            ObjectUploads uploads,
            DeliveryListener listener,
            InstantSource clock) {
        this.context = context;
        this.layout = layout;
        this.uploads = uploads;
        this.listener = listener;
        this.clock = clock;
        this.unwritable = new UnwritableRecords(context, errors, listener);
        this.opening = new ObjectOpening(layout, buffers, uploads, owners);
        this.memory = new MemoryRelief(buffers.budget());
    }

    /**
     * Takes a batch, which may be empty, and what has become of uploads.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException when a record cannot be written and nobody takes it, or
     *     when S3 refuses an object for good
     */
    public void put(Collection<SinkRecord> records) {
        Instant now = clock.instant();
        memory.beginPut();
        boolean full = memory.isFull();
        for (PartitionDelivery partition : partitions.values()) {
            partition.beginPut(now, full);
        }
        for (SinkRecord sinkRecord : records) {
            write(sinkRecord, now);
            if (memory.isShort()) {
                memory.relieve(partitions.values());
            }
        }
        requestNextPut(now);
        tellState();
    }

    /**
     * What is safe to commit: per partition the lowest offset that is not durable, or the position after the last
     * consumed record.
     */
    public Map<TopicPartition, OffsetAndMetadata> safeOffsets(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>();
        consumed.forEach((partition, position) -> safe.put(partition, safe(partition, position)));
        return safe;
    }

    /** Forgets these partitions with all that is buffered of them. */
    public void close(Collection<TopicPartition> revoked) {
        for (TopicPartition partition : revoked) {
            Optional.ofNullable(partitions.remove(partition)).ifPresent(PartitionDelivery::drop);
        }
        last = Optional.empty();
        owners.release(revoked);
    }

    /** Forgets all partitions. */
    public void close() {
        close(Set.copyOf(partitions.keySet()));
    }

    private void write(SinkRecord sinkRecord, Instant now) {
        PartitionDelivery partition = partition(sinkRecord);
        if (partition.isRewound()) {
            return;
        }
        if (sinkRecord.value() == null && !unwritable.writesEmpty()) {
            if (partition.isNewlyUnwritable(sinkRecord)) {
                unwritable.withoutValue(sinkRecord);
            }
            return;
        }
        try {
            partition.write(sinkRecord, now);
        } catch (DataException e) {
            if (partition.isNewlyUnwritable(sinkRecord)) {
                unwritable.damaged(sinkRecord, e);
            }
        }
    }

    private PartitionDelivery partition(SinkRecord sinkRecord) {
        if (last.isPresent() && last.get().is(sinkRecord)) {
            return last.get().delivery();
        }
        TopicPartition origin = RecordCoordinates.topicPartition(sinkRecord);
        PartitionDelivery delivery = partitions.computeIfAbsent(
                origin, key -> new PartitionDelivery(key, layout, opening, uploads, context, listener));
        last = Optional.of(new Current(origin.topic(), origin.partition(), delivery));
        return delivery;
    }

    private OffsetAndMetadata safe(TopicPartition partition, OffsetAndMetadata consumed) {
        PartitionDelivery delivery = partitions.get(partition);
        OptionalLong frontier = delivery == null ? OptionalLong.empty() : delivery.frontier();
        return frontier.isPresent() ? new OffsetAndMetadata(frontier.getAsLong()) : consumed;
    }

    private void tellState() {
        int open = 0;
        long notDurable = 0;
        for (PartitionDelivery partition : partitions.values()) {
            open += partition.openObjects().size();
            notDurable += partition.notDurable();
        }
        listener.state(open, notDurable);
    }

    /** Without this, an idle consumer would be polled only as often as offsets are committed. */
    private void requestNextPut(Instant now) {
        Optional<Instant> next = partitions.values().stream()
                .flatMap(partition -> next(partition, now).stream())
                .min(Instant::compareTo);
        if (next.isPresent()) {
            context.timeout(
                    Math.max(1, Duration.between(clock.instant(), next.get()).toMillis()));
        }
    }

    private static Optional<Instant> next(PartitionDelivery partition, Instant now) {
        if (partition.isPaused()) {
            return Optional.of(now.plus(SOON));
        }
        Optional<Instant> later = partition.isUploading() ? Optional.of(now.plus(LATER)) : Optional.empty();
        return partition
                .due()
                .map(due -> later.filter(due::isAfter).orElse(due))
                .or(() -> later);
    }
}
