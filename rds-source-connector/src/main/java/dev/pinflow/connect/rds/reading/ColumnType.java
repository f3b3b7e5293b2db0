package dev.pinflow.connect.rds.reading;

import java.sql.Types;
import java.util.Locale;
import java.util.Optional;

/** The kinds of column values that can be posted. Shorter unsigned integers have the next wider kind. */
public enum ColumnType {
    INT8,
    INT16,
    INT32,
    INT64,
    /** An unsigned integer of 64 bits, which no Java or Connect integer holds. */
    UINT64,
    FLOAT32,
    FLOAT64,
    DECIMAL,
    TEXT,
    DATE,
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
        boolean unsigned = typeName.toUpperCase(Locale.ROOT).contains("UNSIGNED");
        return switch (jdbcType) {
            case Types.TINYINT -> Optional.of(unsigned ? INT16 : INT8);
            case Types.SMALLINT -> Optional.of(unsigned ? INT32 : INT16);
            case Types.INTEGER -> Optional.of(unsigned ? INT64 : INT32);
            case Types.BIGINT -> Optional.of(unsigned ? UINT64 : INT64);
            case Types.REAL -> Optional.of(FLOAT32);
            case Types.FLOAT, Types.DOUBLE -> Optional.of(FLOAT64);
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(DECIMAL);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> Optional.of(TEXT);
            case Types.DATE -> Optional.of(DATE);
            case Types.TIMESTAMP -> Optional.of(typeName.equalsIgnoreCase("DATETIME") ? DATETIME : TIMESTAMP);
            default -> Optional.empty();
        };
    }

    /** Whether values can be counted through, as a key's must. */
    boolean isIntegral() {
        return this == INT8 || this == INT16 || this == INT32 || this == INT64 || this == UINT64;
    }
}
