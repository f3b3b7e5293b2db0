package dev.pinflow.connect.rds.record;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.pinflow.connect.rds.reading.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Writes one column's value as a JSON value; chosen once for each column. */
@FunctionalInterface
interface JsonColumn {
    /**
     * Writes the value of the row under the cursor.
     *
     * @param at the column's place in the row, from 1
     */
    void write(ResultSet row, int at, JsonBuffer json) throws SQLException;

    static JsonColumn of(Column column, TypesConfig types) {
        EpochMillis clock = new EpochMillis(types.datetimeZone());
        return switch (ValueKind.of(column.type(), types)) {
            case BOOLEAN -> JsonColumn::writeBoolean;
            case INT8, INT16, INT32, INT64 -> (row, at, json) -> writeInteger(row, row.getLong(at), json);
            case UINT64_AS_INT64 -> (row, at, json) -> writeInteger(row, Cell.unsigned(row, at, column.name()), json);
            case FLOAT32 -> JsonColumn::writeFloat;
            case FLOAT64 -> JsonColumn::writeDouble;
            case EXACT -> JsonColumn::writeDecimal;
            case EXACT_TEXT -> JsonColumn::writeDecimalText;
            case TEXT -> JsonColumn::writeText;
            case BYTES -> JsonColumn::writeBytes;
            case DATE -> JsonColumn::writeDate;
            case TIME -> JsonColumn::writeTime;
            case DATETIME_TEXT -> (row, at, json) -> writeDateTime(row, at, json, false);
            case DATETIME_MILLIS -> (row, at, json) -> writeMillis(row, at, json, clock);
            case TIMESTAMP_TEXT -> (row, at, json) -> writeDateTime(row, at, json, true);
            case TIMESTAMP_MILLIS -> (row, at, json) -> writeMillis(row, at, json, EpochMillis.UTC);
        };
    }

    private static void writeBoolean(ResultSet row, int at, JsonBuffer json) throws SQLException {
        int value = row.getInt(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeBoolean(value != 0);
        }
    }

    private static void writeInteger(ResultSet row, long value, JsonBuffer json) throws SQLException {
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    /** The shortest decimal that is this number; the JDK's own is not always before 19. */
    private static void writeFloat(ResultSet row, int at, JsonBuffer json) throws SQLException {
        float value = row.getFloat(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(NumberOutput.toString(value, true));
        }
    }

    private static void writeDouble(ResultSet row, int at, JsonBuffer json) throws SQLException {
        double value = row.getDouble(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(NumberOutput.toString(value, true));
        }
    }

    private static void writeDecimal(ResultSet row, int at, JsonBuffer json) throws SQLException {
        BigDecimal value = row.getBigDecimal(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.toPlainString());
        }
    }

    private static void writeDecimalText(ResultSet row, int at, JsonBuffer json) throws SQLException {
        BigDecimal value = row.getBigDecimal(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writePlain(value.toPlainString());
        }
    }

    /** The database's UTF-8 goes out as it came, without becoming a string in between. */
    private static void writeText(ResultSet row, int at, JsonBuffer json) throws SQLException {
        byte[] utf8 = row.getBytes(at);
        if (utf8 == null) {
            json.writeNull();
        } else {
            json.writeText(utf8);
        }
    }

    private static void writeBytes(ResultSet row, int at, JsonBuffer json) throws SQLException {
        byte[] value = row.getBytes(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBase64(value);
        }
    }

    private static void writeDate(ResultSet row, int at, JsonBuffer json) throws SQLException {
        LocalDate value = Cell.date(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeDate(value);
        }
    }

    private static void writeTime(ResultSet row, int at, JsonBuffer json) throws SQLException {
        String value = row.getString(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writePlain(value);
        }
    }

    private static void writeDateTime(ResultSet row, int at, JsonBuffer json, boolean utc) throws SQLException {
        LocalDateTime value = Cell.dateTime(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeDateTime(value, utc);
        }
    }

    private static void writeMillis(ResultSet row, int at, JsonBuffer json, EpochMillis clock) throws SQLException {
        LocalDateTime value = Cell.dateTime(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(clock.of(value));
        }
    }
}
