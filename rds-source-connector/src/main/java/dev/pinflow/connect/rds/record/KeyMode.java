package dev.pinflow.connect.rds.record;

import org.apache.kafka.connect.data.Schema;

/** What record keys are. */
public enum KeyMode {
    /** The posting's key as decimal digits: topics are co-partitioned, but partitions are only as even as the keys. */
    INDEX,
    /** None: the producer fills partitions evenly, but nothing keeps the records of one key together. */
    NONE;

    /** The schema of all keys; null, which is Connect's own sign for it, if there are none. */
    Schema schema() {
        return this == INDEX ? Schema.STRING_SCHEMA : null;
    }

    /** The key of a position's records; null, which is Connect's own sign for it, for none. */
    String of(long position) {
        return this == INDEX ? Long.toString(position) : null;
    }
}
