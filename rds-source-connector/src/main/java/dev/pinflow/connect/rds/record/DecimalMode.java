package dev.pinflow.connect.rds.record;

/** What becomes of {@code DECIMAL}. */
public enum DecimalMode {
    /** A decimal number of the column's scale: exact, in a form that some consumers must decode first. */
    PRECISE,
    /** A floating-point number: convenient everywhere, but only the nearest one. */
    DOUBLE,
    /** Plain text with the column's scale: exact and readable by all, but sorted as text. */
    STRING
}
