package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.format.ObjectPart;
import dev.pinflow.connect.s3.naming.ObjectNames;
import dev.pinflow.connect.s3.partition.Partitioner;
import dev.pinflow.connect.s3.rotate.Rotation;
import dev.pinflow.connect.s3.upload.ObjectUploader;
import dev.pinflow.connect.s3.upload.SealedObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open objects of one topic partition: the records since the last rotation. They become durable together, or are
 * dropped together and read again from the first of them on.
 */
final class PartitionWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWriter.class);

    /**
     * What all partitions of a task share.
     *
     * @param parts the objects that are written per name, the values' object first
     */
    record Layout(
            ObjectNames names, Partitioner partitioner, List<ObjectPart> parts, Rotation rotation, NameOwners owners) {}

    private final Layout layout;
    private final ObjectUploader uploader;
    private final Map<String, OpenObject> open = new LinkedHashMap<>();
    private long records;
    private long firstOffset;
    private Optional<Instant> tick = Optional.empty();

    /** Whether a scheduled rotation failed: what it dropped is written at once when it has been read again. */
    private boolean overdue;

    PartitionWriter(Layout layout, ObjectUploader uploader) {
        this.layout = layout;
        this.uploader = uploader;
    }

    /**
     * Buffers the record, and uploads when it completes or cannot join the open objects.
     *
     * @return whether something was uploaded
     * @throws org.apache.kafka.connect.errors.DataException when the record cannot be written; nothing is buffered then
     * @throws org.apache.kafka.connect.errors.ConnectException as {@link ObjectUploader#upload}
     */
    boolean write(SinkRecord sinkRecord, Instant now) {
        String folder =
                layout.names().folder(sinkRecord.topic(), layout.partitioner().encode(sinkRecord, now.toEpochMilli()));
        OpenObject present = open.get(folder);
        boolean uploaded = false;
        if (present != null && !present.accepts(sinkRecord)) {
            rotate("schema");
            uploaded = true;
            present = null;
        }
        if (present == null) {
            layout.owners().claim(sinkRecord);
            OpenObject opened = new OpenObject(layout.names().base(folder, sinkRecord), sinkRecord, layout.parts());
            opened.add(sinkRecord);
            open.put(folder, opened);
        } else {
            present.add(sinkRecord);
        }
        count(sinkRecord, now);
        if (records >= layout.rotation().flushSize()) {
            rotate("flush.size");
            uploaded = true;
        }
        return uploaded;
    }

    /** Uploads what is buffered when its scheduled moment has come, and tells whether it has; errors as {@link ObjectUploader#upload}. */
    boolean rotateIfDue(Instant now) {
        if (tick.isPresent() && !now.isBefore(tick.get())) {
            overdue = true;
            rotate("schedule");
            return true;
        }
        return false;
    }

    /** When {@link #rotateIfDue} has to be called; empty when nothing is buffered or there is no schedule. */
    Optional<Instant> nextTick() {
        return tick;
    }

    /** The lowest offset that is buffered but not durable; empty when nothing is buffered. */
    OptionalLong firstBuffered() {
        return records == 0 ? OptionalLong.empty() : OptionalLong.of(firstOffset);
    }

    /** Drops what is buffered. */
    void drop() {
        open.clear();
        records = 0;
        tick = Optional.empty();
    }

    private void count(SinkRecord sinkRecord, Instant now) {
        if (records == 0) {
            firstOffset = RecordCoordinates.offset(sinkRecord);
            tick = layout.rotation().schedule().map(schedule -> overdue ? now : schedule.after(now));
        }
        records++;
    }

    private void rotate(String reason) {
        for (OpenObject object : open.values()) {
            for (SealedObject sealed : object.seal()) {
                uploader.upload(sealed);
                LOG.debug("{} is complete by {}: {} records", sealed.key(), reason, sealed.records());
            }
        }
        drop();
        overdue = false;
    }
}
