package dev.pinflow.connect.rds.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pinflow.connect.rds.reading.ColumnType;
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
     * @param column the column's place in the row, from 1
     */
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException;

    static JsonColumn of(ColumnType type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> JsonColumn::writeInteger;
            case FLOAT32 -> JsonColumn::writeFloat;
            case FLOAT64 -> JsonColumn::writeDouble;
            case UINT64, DECIMAL -> JsonColumn::writeDecimal;
            case TEXT -> JsonColumn::writeText;
            case DATE -> JsonColumn::writeDate;
            case DATETIME -> (row, column, json) -> writeDateTime(row, column, json, "");
            case TIMESTAMP -> (row, column, json) -> writeDateTime(row, column, json, "Z");
        };
    }

    private static void writeInteger(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        long value = row.getLong(column);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeFloat(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        float value = row.getFloat(column);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeDouble(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        double value = row.getDouble(column);
        if (value == 0 && row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeDecimal(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        BigDecimal value = row.getBigDecimal(column);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    /** The database's UTF-8 goes out as it came, without becoming a string in between. */
    private static void writeText(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        byte[] utf8 = row.getBytes(column);
        if (utf8 == null) {
            json.writeNull();
        } else {
            json.writeUTF8String(utf8, 0, utf8.length);
        }
    }

    private static void writeDate(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        LocalDate value = row.getObject(column, LocalDate.class);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeDateTime(ResultSet row, int column, JsonGenerator json, String zone)
            throws SQLException, IOException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(IsoText.of(value) + zone);
        }
    }
}
