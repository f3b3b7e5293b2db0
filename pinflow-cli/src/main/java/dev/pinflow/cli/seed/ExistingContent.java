package dev.pinflow.cli.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Looks at what the tables hold before anything is written. */
final class ExistingContent {
    private static final String TABLE_EXISTS =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?";
    private static final String KEY_IS_UNIQUE = "SELECT 1 FROM information_schema.statistics"
            + " WHERE table_schema = DATABASE() AND table_name = ? GROUP BY index_name"
            + " HAVING MAX(non_unique) = 0 AND COUNT(*) = 1 AND MAX(column_name) = ?";

    private final Connection connection;

    ExistingContent(Connection connection) {
        this.connection = connection;
    }

    /** @throws SeedException when the table holds rows that a load of these posts would not replace */
    void refuseOthers(SourceTable table, PostSource source) throws SQLException {
        if (!finds(TABLE_EXISTS, table.tableName())) {
            return;
        }
        Optional<Long> other = firstOther(table, source);
        if (other.isPresent()) {
            throw new SeedException(
                    "Table " + table.tableName() + " already holds rows that are not among those to load,"
                            + " such as " + table.keyColumn() + " " + other.get()
                            + ": use --replace to empty the three tables first, or choose another database.");
        }
        if (hasRows(table) && !finds(KEY_IS_UNIQUE, table.tableName(), table.keyColumn())) {
            throw new SeedException("Table " + table.tableName() + " holds rows but has no primary key on "
                    + table.keyColumn() + ", so that its rows cannot be replaced one by one:"
                    + " use --replace to empty the three tables first, or add the key.");
        }
    }

    private Optional<Long> firstOther(SourceTable table, PostSource source) throws SQLException {
        try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                ResultSet keys = streamed(statement, table.selectKeysStatement())) {
            while (keys.next()) {
                long index = keys.getLong(1);
                if (keys.wasNull() || !source.has(table, index)) {
                    return Optional.of(index);
                }
            }
            return Optional.empty();
        }
    }

    /** Row by row, which this driver does on request only. */
    private static ResultSet streamed(Statement statement, String query) throws SQLException {
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement.executeQuery(query);
    }

    private boolean hasRows(SourceTable table) throws SQLException {
        return finds("SELECT 1 FROM " + table.tableName() + " LIMIT 1");
    }

    private boolean finds(String query, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int place = 0; place < arguments.length; place++) {
                statement.setString(place + 1, arguments[place]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
