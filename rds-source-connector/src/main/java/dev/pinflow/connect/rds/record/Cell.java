package dev.pinflow.connect.rds.record;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.kafka.connect.errors.DataException;

/**
 * Reads what the driver does not give as it is wanted. Columns count from 1; null is SQL's null.
 *
 * <p>MySQL stores dates that are none: 0000-00-00, for which the driver gives null, and such as 2020-00-10, for which it
 * fails. Both become null.
 */
final class Cell {
    private static final String OUT_OF_RANGE = "22003";

    private Cell() {}

    /** Connections ask for UTF-8 whatever the column's character set; decoding it here is faster than in the driver. */
    static String text(ResultSet row, int column) throws SQLException {
        byte[] utf8 = row.getBytes(column);
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }

    static LocalDate date(ResultSet row, int column) throws SQLException {
        try {
            return row.getObject(column, LocalDate.class);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    static LocalDateTime dateTime(ResultSet row, int column) throws SQLException {
        try {
            return row.getObject(column, LocalDateTime.class);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /**
     * An unsigned integer; 0 for null, too.
     *
     * @param name the column's name, for the message
     * @throws DataException if it is above 2^63 - 1
     */
    static long unsigned(ResultSet row, int column, String name) throws SQLException {
        try {
            return row.getLong(column);
        } catch (SQLException failure) {
            if (!OUT_OF_RANGE.equals(failure.getSQLState())) {
                throw failure;
            }
            throw new DataException(
                    "Column " + name + " holds a value above 9223372036854775807, which no 64-bit integer holds. Set "
                            + TypesConfig.BIGINT_UNSIGNED + " to precise or string.",
                    failure);
        }
    }
}
