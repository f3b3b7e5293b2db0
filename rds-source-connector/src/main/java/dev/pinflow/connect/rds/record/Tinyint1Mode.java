package dev.pinflow.connect.rds.record;

/** What becomes of {@code TINYINT(1)}, which MySQL also calls BOOLEAN. */
public enum Tinyint1Mode {
    /** False for 0 and true for anything else: reads well, but tells 1 and 2 apart no longer. */
    BOOLEAN,
    /** The number: nothing is lost, but whoever means truth must compare. */
    INT8
}
