package dev.pinflow.connect.rds.reading;

import java.sql.Types;
import java.util.Locale;
import java.util.Optional;

/** The kinds of column values that can be posted. Shorter unsigned integers have the next wider kind. */
public enum ColumnType {
    /** {@code TINYINT(1)}: MySQL's BOOLEAN, which holds -128 to 127 all the same. */
    TINYINT1,
    INT8,
    INT16,
    /** Also {@code YEAR}. */
    INT32,
    INT64,
    /** An unsigned integer of 64 bits, which no Java or Connect integer holds. */
    UINT64,
    FLOAT32,
    FLOAT64,
    DECIMAL,
    /** Any text; also JSON, ENUM, SET and MariaDB's UUID, INET4 and INET6. */
    TEXT,
    /** Bytes without a meaning here; also BIT, VECTOR and geometries in the server's own encoding. */
    BYTES,
    DATE,
    /** A length of time from -838:59:59 to 838:59:59, with up to six digits of fraction. */
    TIME,
    /** A wall clock's date and time, without a zone. */
    DATETIME,
    /** An instant. */
    TIMESTAMP;

    /**
     * The kind of a column.
     *
     * @param jdbcType a constant of {@link Types}
     * @param typeName the database's name for the type, such as {@code BIGINT UNSIGNED}
     * @return none for types that cannot be posted
     */
    static Optional<ColumnType> of(int jdbcType, String typeName) {
        String name = typeName.toUpperCase(Locale.ROOT);
        boolean unsigned = name.contains("UNSIGNED");
        return switch (jdbcType) {
            case Types.BOOLEAN -> Optional.of(TINYINT1);
            case Types.TINYINT -> Optional.of(unsigned ? INT16 : INT8);
            case Types.SMALLINT -> Optional.of(unsigned || name.equals("YEAR") ? INT32 : INT16);
            case Types.INTEGER -> Optional.of(unsigned ? INT64 : INT32);
            case Types.BIGINT -> Optional.of(unsigned ? UINT64 : INT64);
            case Types.REAL -> Optional.of(FLOAT32);
            case Types.FLOAT, Types.DOUBLE -> Optional.of(FLOAT64);
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(DECIMAL);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> Optional.of(TEXT);
            case Types.BIT, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Optional.of(BYTES);
            case Types.DATE -> Optional.of(DATE);
            case Types.TIME -> Optional.of(TIME);
            case Types.TIMESTAMP -> Optional.of(name.equals("DATETIME") ? DATETIME : TIMESTAMP);
            default -> isTextOfMariaDb(name) ? Optional.of(TEXT) : Optional.empty();
        };
    }

    /** The driver, which is MySQL's, has no JDBC type for these; their values arrive as text. */
    private static boolean isTextOfMariaDb(String name) {
        return name.equals("UUID") || name.equals("INET4") || name.equals("INET6");
    }

    /** Whether values can be counted through, as a key's must. */
    boolean isIntegral() {
        return switch (this) {
            case TINYINT1, INT8, INT16, INT32, INT64, UINT64 -> true;
            case FLOAT32, FLOAT64, DECIMAL, TEXT, BYTES, DATE, TIME, DATETIME, TIMESTAMP -> false;
        };
    }
}
