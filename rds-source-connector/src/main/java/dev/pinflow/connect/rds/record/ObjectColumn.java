package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Reads one column's value as an object; chosen once for each column. */
@FunctionalInterface
interface ObjectColumn {
    /**
     * The value, or null.
     *
     * @param at the column's place in the row, from 1
     */
    Object read(ResultSet row, int at) throws SQLException;

    /** Reads strings, numbers, booleans and byte arrays; exact decimals as BigDecimal, milliseconds as Long. */
    static ObjectColumn of(Column column, TypesConfig types) {
        EpochMillis clock = new EpochMillis(types.datetimeZone());
        return switch (ValueKind.of(column.type(), types)) {
            case BOOLEAN -> (row, at) -> orNull(row, row.getInt(at) != 0);
            case INT8 -> (row, at) -> orNull(row, row.getByte(at));
            case INT16 -> (row, at) -> orNull(row, row.getShort(at));
            case INT32 -> (row, at) -> orNull(row, row.getInt(at));
            case INT64 -> (row, at) -> orNull(row, row.getLong(at));
            case UINT64_AS_INT64 -> (row, at) -> orNull(row, Cell.unsigned(row, at, column.name()));
            case FLOAT32 -> (row, at) -> orNull(row, row.getFloat(at));
            case FLOAT64 -> (row, at) -> orNull(row, row.getDouble(at));
            case EXACT -> (row, at) -> decimal(row, at, column.scale());
            case EXACT_TEXT -> (row, at) -> plain(decimal(row, at, column.scale()));
            case TEXT -> Cell::text;
            case BYTES -> ResultSet::getBytes;
            case DATE -> (row, at) -> text(Cell.date(row, at));
            case TIME -> ResultSet::getString;
            case DATETIME_TEXT -> (row, at) -> localText(Cell.dateTime(row, at));
            case DATETIME_MILLIS -> (row, at) -> millis(Cell.dateTime(row, at), clock);
            case TIMESTAMP_TEXT -> (row, at) -> utcText(Cell.dateTime(row, at));
            case TIMESTAMP_MILLIS -> (row, at) -> millis(Cell.dateTime(row, at), EpochMillis.UTC);
        };
    }

    private static Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static BigDecimal decimal(ResultSet row, int at, int scale) throws SQLException {
        BigDecimal value = row.getBigDecimal(at);
        return value == null ? null : value.setScale(scale);
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static String text(LocalDate value) {
        return value == null ? null : IsoText.date(value);
    }

    private static String localText(LocalDateTime value) {
        return value == null ? null : IsoText.local(value);
    }

    private static String utcText(LocalDateTime value) {
        return value == null ? null : IsoText.utc(value);
    }

    private static Long millis(LocalDateTime value, EpochMillis clock) {
        return value == null ? null : clock.of(value);
    }
}
