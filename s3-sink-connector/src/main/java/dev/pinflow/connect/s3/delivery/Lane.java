package dev.pinflow.connect.s3.delivery;

import java.util.Objects;
import org.apache.kafka.connect.data.Schema;

/**
 * What the records of one open object have in common, and those of the objects that follow it.
 *
 * @param topic as transforms left it
 * @param schema of the values where each schema has an object of its own; null elsewhere
 * @param tombstone whether the records have no value and objects of their own
 */
record Lane(String topic, String encodedPartition, Schema schema, boolean tombstone) {
    /** As {@code equals}, without making a lane of a record that mostly goes the way of the one before. */
    boolean is(String otherTopic, String otherPartition, Schema otherSchema, boolean otherTombstone) {
        return tombstone == otherTombstone
                && encodedPartition.equals(otherPartition)
                && topic.equals(otherTopic)
                && (schema == otherSchema || Objects.equals(schema, otherSchema));
    }
}
