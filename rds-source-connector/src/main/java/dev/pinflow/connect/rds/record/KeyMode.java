package dev.pinflow.connect.rds.record;

/** What record keys are. */
public enum KeyMode {
    /** The posting's key as decimal digits: records of one posting meet in one partition number, in order per key. */
    INDEX,
    /** None: the producer spreads records evenly, but nothing keeps those of one key together or in order. */
    NONE
}
