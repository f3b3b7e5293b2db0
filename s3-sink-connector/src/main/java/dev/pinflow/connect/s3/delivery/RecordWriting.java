package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.rotate.RecordTime;
import dev.pinflow.connect.s3.rotate.Rotation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Puts the records of one topic partition into open objects, and decides after which record those are complete. Given the
 * same records from the first one of a group on, it decides the same, unless the wall clock has a say in the
 * configuration.
 */
final class RecordWriting {
    private final Layout layout;
    private final ObjectOpening opening;
    private final Consumer<SealedGroup> sealed;
    private OpenGroup group = new OpenGroup();

    /** @param sealed takes what is complete */
    RecordWriting(Layout layout, ObjectOpening opening, Consumer<SealedGroup> sealed) {
        this.layout = layout;
        this.opening = opening;
        this.sealed = sealed;
    }

    /** Where a record goes, and when it happened by the timestamp extractor (0 where nobody asks). */
    private record Route(String encodedPartition, Schema schema, boolean tombstone, long timestamp) {}

    OpenGroup group() {
        return group;
    }

    /**
     * Takes a record, unless its lane has it already.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the record cannot be written; nothing of it is in any
     *     object then
     */
    void write(SinkRecord sinkRecord, Instant now, Coverage covered) {
        Route route = route(sinkRecord, now.toEpochMilli());
        long offset = RecordCoordinates.offset(sinkRecord);
        if (!covered.isEmpty() && covered.has(lane(sinkRecord, route), offset)) {
            return;
        }
        rotateBefore(route);
        OpenObject object = group.find(sinkRecord.topic(), route.encodedPartition(), route.schema(), route.tombstone());
        if (object != null && !object.accepts(sinkRecord)) {
            seal(RotationCause.SCHEMA);
            object = null;
        }
        if (object == null) {
            rotateBeforeAnother();
            object = openWith(sinkRecord, route);
        } else {
            object.add(sinkRecord);
        }
        count(object, offset, route, now);
        rotateAfter(object);
    }

    /** Completes what the wall clock says is due. */
    void rotateIfDue(Instant now) {
        if (group.due().isPresent() && !now.isBefore(group.due().get())) {
            seal(RotationCause.WALL_CLOCK);
        }
    }

    /** Leaves nothing behind of what is open. */
    void drop() {
        group.drop();
        group = new OpenGroup();
    }

    private Route route(SinkRecord sinkRecord, long now) {
        if (sinkRecord.value() == null && layout.tombstones().isPresent()) {
            return new Route(layout.tombstones().get().encodedPartition(), null, true, 0);
        }
        try {
            long timestamp = layout.rotation().recordTime().isEmpty()
                    ? 0
                    : layout.rotation().recordTime().get().timestamps().timestamp(sinkRecord, now);
            Schema schema = layout.schemas().objectPerSchema() ? sinkRecord.valueSchema() : null;
            return new Route(layout.partitioner().encode(sinkRecord, now), schema, false, timestamp);
        } catch (ConnectException e) {
            throw e;
        } catch (RuntimeException e) {
            // Own classes may throw anything; nothing of the record is anywhere yet.
            throw new DataException("The record's folder or time cannot be told: " + e, e);
        }
    }

    private static Lane lane(SinkRecord sinkRecord, Route route) {
        return new Lane(sinkRecord.topic(), route.encodedPartition(), route.schema(), route.tombstone());
    }

    private void rotateBefore(Route route) {
        // Records without a value have neither a time nor a folder that depends on it.
        if (!group.hasTime()
                || route.tombstone()
                || layout.rotation().recordTime().isEmpty()) {
            return;
        }
        RecordTime rule = layout.rotation().recordTime().get();
        if (route.timestamp() - group.firstTimestamp() >= rule.intervalMs()) {
            seal(RotationCause.RECORD_TIME);
        } else if (rule.onPartitionChange() && !route.encodedPartition().equals(group.lastPartition())) {
            seal(RotationCause.PARTITION_CHANGE);
        }
    }

    private void rotateBeforeAnother() {
        int most = layout.rotation().openObjects().orElse(Integer.MAX_VALUE);
        if (!group.isEmpty() && group.size() >= most) {
            seal(RotationCause.OPEN_OBJECTS);
        }
    }

    private OpenObject openWith(SinkRecord sinkRecord, Route route) {
        OpenObject opened = opening.open(lane(sinkRecord, route), sinkRecord);
        boolean added = false;
        try {
            opened.add(sinkRecord);
            added = true;
        } finally {
            if (!added) {
                opened.drop();
            }
        }
        return opened;
    }

    private void count(OpenObject object, long offset, Route route, Instant now) {
        if (group.isEmpty()) {
            group.begin(offset, latest(now));
        }
        group.count(object, offset);
        if (!route.tombstone()) {
            group.noteTime(route.timestamp(), route.encodedPartition());
        }
    }

    private Optional<Instant> latest(Instant now) {
        Rotation rotation = layout.rotation();
        return Stream.concat(
                        rotation.schedule().stream().map(schedule -> schedule.after(now)),
                        rotation.age().stream().map(now::plus))
                .min(Instant::compareTo);
    }

    private void rotateAfter(OpenObject object) {
        Rotation rotation = layout.rotation();
        if (group.records() >= rotation.flushSize()) {
            seal(RotationCause.RECORDS);
        } else if (rotation.bytes().isPresent()
                && object.bytes() >= rotation.bytes().getAsLong()) {
            seal(RotationCause.BYTES);
        }
    }

    private void seal(RotationCause cause) {
        SealedGroup complete = new SealedGroup(group, cause);
        group = new OpenGroup();
        sealed.accept(complete);
    }
}
