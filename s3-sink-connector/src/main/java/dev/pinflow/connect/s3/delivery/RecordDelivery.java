package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.connect.s3.upload.ObjectUploader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Delivers the records of all partitions of a task. Used from the task's thread only. */
public final class RecordDelivery {
    private final SinkTaskContext context;
    private final SinkConfig config;
    private final PatientUploader uploader;
    private final InstantSource clock;
    private final UnwritableRecords unwritable;
    private final NameOwners owners = new NameOwners();
    private final PartitionWriter.Layout layout;
    private final Map<TopicPartition, PartitionDelivery> partitions = new HashMap<>();

    public RecordDelivery(SinkTaskContext context, SinkConfig config, ObjectUploader uploader, InstantSource clock) {
        this.context = context;
        this.config = config;
        this.uploader = new PatientUploader(uploader, clock);
        this.clock = clock;
        this.unwritable = UnwritableRecords.of(context, config.errors());
        this.layout = new PartitionWriter.Layout(
                config.names(), config.partitioner(), config.parts(), config.rotation(), owners);
    }

    /**
     * Takes a batch, which may be empty, and uploads what is due.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException when a record cannot be written and nobody takes it, or
     *     when S3 refuses an object for good
     */
    public void put(Collection<SinkRecord> records) {
        Instant now = clock.instant();
        uploader.beginPut(now);
        for (PartitionDelivery partition : partitions.values()) {
            partition.beginPut(now);
            // Before the records, so that a record after the tick opens the next object.
            partition.rotateIfDue(now);
        }
        for (SinkRecord sinkRecord : records) {
            write(sinkRecord, now);
        }
        requestNextPut(clock.instant());
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
        revoked.forEach(partitions::remove);
        owners.release(revoked);
    }

    private void write(SinkRecord sinkRecord, Instant now) {
        PartitionDelivery partition = partition(RecordCoordinates.topicPartition(sinkRecord));
        if (partition.isRewound()) {
            return;
        }
        if (sinkRecord.value() == null && !config.errors().inlineTombstones()) {
            unwritable.withoutValue(sinkRecord);
            return;
        }
        try {
            partition.write(sinkRecord, now);
        } catch (DataException e) {
            unwritable.damaged(sinkRecord, e);
        }
    }

    private PartitionDelivery partition(TopicPartition partition) {
        return partitions.computeIfAbsent(
                partition,
                key -> new PartitionDelivery(
                        key, new PartitionWriter(layout, uploader), context, config.errors(), clock));
    }

    private OffsetAndMetadata safe(TopicPartition partition, OffsetAndMetadata consumed) {
        PartitionDelivery delivery = partitions.get(partition);
        OptionalLong frontier = delivery == null ? OptionalLong.empty() : delivery.frontier();
        return frontier.isPresent() ? new OffsetAndMetadata(frontier.getAsLong()) : consumed;
    }

    /** Without this, an idle consumer would be polled only as often as offsets are committed. */
    private void requestNextPut(Instant now) {
        Optional<Instant> next = partitions.values().stream()
                .flatMap(partition -> partition.nextMoment().stream())
                .min(Instant::compareTo);
        if (next.isPresent()) {
            context.timeout(Math.max(1, Duration.between(now, next.get()).toMillis()));
        }
    }
}
