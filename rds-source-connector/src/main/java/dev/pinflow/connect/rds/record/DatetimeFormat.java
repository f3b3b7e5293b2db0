package dev.pinflow.connect.rds.record;

/** What becomes of {@code DATETIME} and {@code TIMESTAMP}. */
public enum DatetimeFormat {
    /** ISO 8601 text: shows whether there is a zone and keeps microseconds, but consumers must parse it. */
    ISO,
    /** Milliseconds since 1970: ready for arithmetic, but wall clocks need a zone and microseconds are cut off. */
    EPOCH_MS
}
