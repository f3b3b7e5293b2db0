package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.ColumnType;

/** What a column's values become in records, whatever the records' form: its type and the configured choices. */
enum ValueKind {
    BOOLEAN,
    INT8,
    INT16,
    INT32,
    INT64,
    /** An unsigned integer of 64 bits that has to fit into a signed one. */
    UINT64_AS_INT64,
    FLOAT32,
    FLOAT64,
    /** A decimal number without loss. */
    EXACT,
    /** A decimal number as plain text. */
    EXACT_TEXT,
    TEXT,
    BYTES,
    DATE,
    TIME,
    /** A wall clock's date and time as ISO text. */
    DATETIME_TEXT,
    DATETIME_MILLIS,
    /** An instant as ISO text in UTC. */
    TIMESTAMP_TEXT,
    TIMESTAMP_MILLIS;

    static ValueKind of(ColumnType type, TypesConfig types) {
        return switch (type) {
            case TINYINT1 -> of(types.tinyint1());
            case INT8 -> INT8;
            case INT16 -> INT16;
            case INT32 -> INT32;
            case INT64 -> INT64;
            case UINT64 -> of(types.bigintUnsigned());
            case FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
            case DECIMAL -> of(types.decimal());
            case TEXT -> TEXT;
            case BYTES -> BYTES;
            case DATE -> DATE;
            case TIME -> TIME;
            case DATETIME -> types.datetime() == DatetimeFormat.ISO ? DATETIME_TEXT : DATETIME_MILLIS;
            case TIMESTAMP -> types.datetime() == DatetimeFormat.ISO ? TIMESTAMP_TEXT : TIMESTAMP_MILLIS;
        };
    }

    private static ValueKind of(Tinyint1Mode mode) {
        return switch (mode) {
            case BOOLEAN -> BOOLEAN;
            case INT8 -> INT8;
        };
    }

    private static ValueKind of(BigintUnsignedMode mode) {
        return switch (mode) {
            case LONG -> UINT64_AS_INT64;
            case PRECISE -> EXACT;
            case STRING -> EXACT_TEXT;
        };
    }

    private static ValueKind of(DecimalMode mode) {
        return switch (mode) {
            case PRECISE -> EXACT;
            case DOUBLE -> FLOAT64;
            case STRING -> EXACT_TEXT;
        };
    }
}
