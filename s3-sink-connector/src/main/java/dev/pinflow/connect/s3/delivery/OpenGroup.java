package dev.pinflow.connect.s3.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;

/** The open objects of one topic partition: the records since the last rotation. */
final class OpenGroup {
    private final Map<Lane, OpenObject> objects = new LinkedHashMap<>();
    private OpenObject last;
    private long records;
    private long firstOffset;
    private boolean timed;
    private long firstTimestamp;
    private long lastOffset;
    private String lastPartition = "";
    private Optional<Instant> due = Optional.empty();

    boolean isEmpty() {
        return records == 0;
    }

    /** Number of records in all objects. */
    long records() {
        return records;
    }

    /** The lowest offset; there must be one. */
    long firstOffset() {
        return firstOffset;
    }

    /** The highest offset; there must be one. */
    long lastOffset() {
        return lastOffset;
    }

    /** The time of the first record that has one, by the timestamp extractor. */
    long firstTimestamp() {
        return firstTimestamp;
    }

    /** The encoded partition of the last record that has a time. */
    String lastPartition() {
        return lastPartition;
    }

    /** When the group is to be written whatever comes; empty when it holds nothing, or waits for records only. */
    Optional<Instant> due() {
        return due;
    }

    int size() {
        return objects.size();
    }

    Collection<OpenObject> objects() {
        return objects.values();
    }

    /** The object of this lane; null when none is open. */
    OpenObject find(String topic, String encodedPartition, Schema schema, boolean tombstone) {
        if (last != null && last.lane().is(topic, encodedPartition, schema, tombstone)) {
            return last;
        }
        return objects.get(new Lane(topic, encodedPartition, schema, tombstone));
    }

    /** Notes the first record; to be called before {@link #count} for it. */
    void begin(long offset, Optional<Instant> latest) {
        firstOffset = offset;
        due = latest;
    }

    /** Notes a record that has been added to the object. */
    void count(OpenObject object, long offset) {
        if (object != last) {
            objects.putIfAbsent(object.lane(), object);
            last = object;
        }
        records++;
        lastOffset = offset;
    }

    /** Notes time and encoded partition of a record that has them. */
    void noteTime(long timestamp, String encodedPartition) {
        if (!timed) {
            timed = true;
            firstTimestamp = timestamp;
        }
        lastPartition = encodedPartition;
    }

    /** Whether a record with a time is in the group. */
    boolean hasTime() {
        return timed;
    }

    List<SealedGroup.Member> seal() {
        return objects.values().stream()
                .map(object -> new SealedGroup.Member(object.lane(), object.seal()))
                .toList();
    }

    void drop() {
        objects.values().forEach(OpenObject::drop);
    }
}
