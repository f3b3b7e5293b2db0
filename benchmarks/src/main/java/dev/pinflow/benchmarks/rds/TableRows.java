package dev.pinflow.benchmarks.rds;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;

/** The rows of a table in the order of their keys, as a streaming result set gives them. */
final class TableRows {
    private TableRows() {}

    /** Takes rows, column by column. */
    interface Taker {
        void number(String column, long value) throws IOException;

        void number(String column, float value) throws IOException;

        void text(String column, String value) throws IOException;

        void time(String column, LocalDateTime value) throws IOException;

        /** Called after the last column of a row. */
        void end(long key) throws IOException;
    }

    static void read(Connection connection, PostTable table, Taker taker) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                table.selection(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's sign for a streaming result set.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                String[] names = new String[columns.getColumnCount() + 1];
                int[] types = new int[names.length];
                for (int column = 1; column < names.length; column++) {
                    names[column] = columns.getColumnName(column);
                    types[column] = columns.getColumnType(column);
                }
                while (rows.next()) {
                    for (int column = 1; column < names.length; column++) {
                        switch (types[column]) {
                            case Types.BIGINT -> taker.number(names[column], rows.getLong(column));
                            case Types.REAL -> taker.number(names[column], rows.getFloat(column));
                            case Types.TIMESTAMP ->
                                taker.time(names[column], rows.getObject(column, LocalDateTime.class));
                            default -> taker.text(names[column], rows.getString(column));
                        }
                    }
                    taker.end(rows.getLong(1));
                }
            }
        }
    }
}
