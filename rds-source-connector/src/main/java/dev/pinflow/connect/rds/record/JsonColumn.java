package dev.pinflow.connect.rds.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pinflow.connect.rds.reading.Column;
import java.io.IOException;
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
    void write(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException;

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

    private static void writeBoolean(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        int value = row.getInt(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeBoolean(value != 0);
        }
    }

    private static void writeInteger(ResultSet row, long value, JsonGenerator json) throws SQLException, IOException {
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeFloat(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        float value = row.getFloat(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeDouble(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        double value = row.getDouble(at);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeDecimal(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        BigDecimal value = row.getBigDecimal(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeDecimalText(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        BigDecimal value = row.getBigDecimal(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toPlainString());
        }
    }

    /** The database's UTF-8 goes out as it came, without becoming a string in between. */
    private static void writeText(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        byte[] utf8 = row.getBytes(at);
        if (utf8 == null) {
            json.writeNull();
        } else {
            json.writeUTF8String(utf8, 0, utf8.length);
        }
    }

    private static void writeBytes(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        byte[] value = row.getBytes(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBinary(value);
        }
    }

    private static void writeDate(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        LocalDate value = Cell.date(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(IsoText.date(value));
        }
    }

    private static void writeTime(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        String value = row.getString(at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void writeDateTime(ResultSet row, int at, JsonGenerator json, boolean utc)
            throws SQLException, IOException {
        LocalDateTime value = Cell.dateTime(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(utc ? IsoText.utc(value) : IsoText.local(value));
        }
    }

    private static void writeMillis(ResultSet row, int at, JsonGenerator json, EpochMillis clock)
            throws SQLException, IOException {
        LocalDateTime value = Cell.dateTime(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(clock.of(value));
        }
    }
}
