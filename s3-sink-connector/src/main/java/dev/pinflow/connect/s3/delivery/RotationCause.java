package dev.pinflow.connect.s3.delivery;

/** Why open objects are written. */
public enum RotationCause {
    /** {@code flush.size} records are in them. */
    RECORDS,
    /** One of them has {@code rotate.bytes}. */
    BYTES,
    /** {@code rotate.interval.ms} has passed by the records' own time. */
    RECORD_TIME,
    /** A record of another encoded partition came, see {@code rotate.file.on.partition.change}. */
    PARTITION_CHANGE,
    /** The schedule or the age asks for it. */
    WALL_CLOCK,
    /** A record's schema does not fit. */
    SCHEMA,
    /** As many are open as {@code partitioner.max.open.files} allows. */
    OPEN_OBJECTS
}
