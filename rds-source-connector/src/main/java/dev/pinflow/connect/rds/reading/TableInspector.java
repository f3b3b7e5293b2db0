package dev.pinflow.connect.rds.reading;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the configured tables in the database's metadata. */
final class TableInspector {
    private static final Logger LOG = LoggerFactory.getLogger(TableInspector.class);

    private final Connection connection;

    TableInspector(Connection connection) {
        this.connection = connection;
    }

    /** @throws UnsuitableTableException if the table cannot be posted from */
    TableShape inspect(PostingTable table) throws SQLException {
        Map<String, Optional<Column>> found = columns(table);
        if (found.isEmpty()) {
            throw new UnsuitableTableException(
                    table,
                    "the database has no table " + table.table()
                            + " that the user may read. Correct the name (its case may matter) or grant SELECT on it.");
        }
        requireColumn(table, table.keyColumn(), found.keySet());
        for (String listed : table.columns()) {
            requireColumn(table, listed, found.keySet());
        }
        List<Column> columns = found.values().stream().flatMap(Optional::stream).toList();
        int key = 0;
        while (!columns.get(key).name().equalsIgnoreCase(table.keyColumn())) {
            key++;
        }
        if (!columns.get(key).type().isIntegral()) {
            throw new UnsuitableTableException(
                    table,
                    "the key column is of type " + columns.get(key).type() + ". Name a column of an integer type.");
        }
        warnUnlessUnique(table);
        return new TableShape(table, columns, key);
    }

    private static void requireColumn(PostingTable table, String column, Set<String> found) {
        if (found.stream().noneMatch(column::equalsIgnoreCase)) {
            throw new UnsuitableTableException(
                    table,
                    "the table has no column " + column + ", but " + String.join(", ", found) + ". Name one of these.");
        }
    }

    /** All columns by name, in table order; without a description where they are not posted. */
    private Map<String, Optional<Column>> columns(PostingTable table) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        Map<String, Optional<Column>> columns = new LinkedHashMap<>();
        try (ResultSet rows = metadata.getColumns(connection.getCatalog(), null, pattern(metadata, table), "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table.table())) {
                    String name = rows.getString("COLUMN_NAME");
                    columns.put(name, table.posts(name) ? Optional.of(column(table, rows)) : Optional.empty());
                }
            }
        }
        return columns;
    }

    /** A table's name as a search pattern that matches nothing else. */
    private static String pattern(DatabaseMetaData metadata, PostingTable table) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return table.table().replace("_", escape + "_").replace("%", escape + "%");
    }

    private static Column column(PostingTable table, ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        String typeName = row.getString("TYPE_NAME");
        Optional<ColumnType> type = ColumnType.of(row.getInt("DATA_TYPE"), typeName);
        if (type.isEmpty()) {
            throw new UnsuitableTableException(
                    table,
                    "column " + name + " is of type " + typeName
                            + ", which cannot be posted. Leave it out by listing the others in "
                            + TablesConfig.COLUMNS + ", or offer the table as a view with a CAST.");
        }
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        return new Column(name, type.get(), row.getInt("DECIMAL_DIGITS"), nullable);
    }

    /** Without such an index each look-up reads the whole table; that works for small ones, so it is no error. */
    private void warnUnlessUnique(PostingTable table) throws SQLException {
        Map<String, List<String>> uniqueIndexes = new HashMap<>();
        try (ResultSet rows =
                connection.getMetaData().getIndexInfo(connection.getCatalog(), null, table.table(), true, true)) {
            while (rows.next()) {
                uniqueIndexes
                        .computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
                        .add(rows.getString("COLUMN_NAME"));
            }
        }
        boolean unique = uniqueIndexes.values().stream()
                .anyMatch(columns -> columns.size() == 1 && columns.get(0).equalsIgnoreCase(table.keyColumn()));
        if (!unique) {
            LOG.warn(
                    "Table {} has no unique index on {} alone: look-ups read the whole table, and of several rows with "
                            + "one key any may be posted. Add a primary key on it.",
                    table.table(),
                    table.keyColumn());
        }
    }
}
