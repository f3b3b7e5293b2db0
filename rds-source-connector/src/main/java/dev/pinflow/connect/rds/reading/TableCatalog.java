package dev.pinflow.connect.rds.reading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The tables and columns of a database that its user may see, as suggestions for the configuration. */
final class TableCatalog {
    /** What a form can still show; also bounds the time for databases with very many tables. */
    private static final int MAX_COLUMNS = 10_000;

    private static final String QUERY = "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_KEY "
            + "FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
            + "ORDER BY TABLE_NAME, ORDINAL_POSITION LIMIT " + MAX_COLUMNS;
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

    private final Map<String, List<Entry>> tables;

    private TableCatalog(Map<String, List<Entry>> tables) {
        this.tables = tables;
    }

    static TableCatalog read(Connection connection) throws SQLException {
        Map<String, List<Entry>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(new Entry(
                                rows.getString(2), INTEGERS.contains(rows.getString(3)), Key.of(rows.getString(4))));
            }
        }
        return new TableCatalog(tables);
    }

    /** Every table with an integer column as {@code name:table:key column}; those configured as they are. */
    List<String> tableEntries(List<PostingTable> configured) {
        List<String> entries = new ArrayList<>();
        tables.forEach((table, columns) -> {
            List<String> chosen = configured.stream()
                    .filter(posting -> posting.table().equals(table))
                    .map(PostingTable::toString)
                    .toList();
            entries.addAll(chosen);
            if (chosen.isEmpty() && isWritable(table)) {
                keyColumn(columns).ifPresent(key -> entries.add(topicPart(table) + ":" + table + ":" + key));
            }
        });
        return entries;
    }

    /** Every column of the configured tables as {@code name.column}. */
    List<String> columnEntries(List<PostingTable> configured) {
        return configured.stream()
                .flatMap(posting -> tables.getOrDefault(posting.table(), List.of()).stream()
                        .map(Entry::column)
                        .filter(column -> column.indexOf(',') < 0)
                        .map(column -> posting.name() + "." + column))
                .toList();
    }

    /** The primary key's column, or a unique one, or the first of an integer type. */
    private static Optional<String> keyColumn(List<Entry> columns) {
        long primaries =
                columns.stream().filter(column -> column.key() == Key.PRIMARY).count();
        List<Predicate<Entry>> wishes = List.of(
                column -> column.key() == Key.PRIMARY && primaries == 1,
                column -> column.key() == Key.UNIQUE,
                column -> true);
        return wishes.stream()
                .flatMap(wish -> columns.stream().filter(Entry::integral).filter(wish))
                .map(Entry::column)
                .filter(TableCatalog::isWritable)
                .findFirst();
    }

    private static boolean isWritable(String identifier) {
        return identifier.indexOf(',') < 0 && identifier.indexOf(':') < 0;
    }

    private static String topicPart(String table) {
        return table.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private enum Key {
        PRIMARY,
        UNIQUE,
        NONE;

        static Key of(String columnKey) {
            return switch (columnKey) {
                case "PRI" -> PRIMARY;
                case "UNI" -> UNIQUE;
                default -> NONE;
            };
        }
    }

    private record Entry(String column, boolean integral, Key key) {}
}
