package dev.pinflow.connect.rds.record;

/** What becomes of {@code BIGINT UNSIGNED}, whose upper half no 64-bit integer holds. */
public enum BigintUnsignedMode {
    /** A 64-bit integer: convenient everywhere, but the task fails at a value above 2^63 - 1. */
    LONG,
    /** A decimal number of scale 0: every value, in a form that some consumers must decode first. */
    PRECISE,
    /** Decimal digits as text: every value and readable by all, but sorted as text. */
    STRING
}
