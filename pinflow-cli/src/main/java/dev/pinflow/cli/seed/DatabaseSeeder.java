package dev.pinflow.cli.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Loads posts into the three source tables, which are created where absent (InnoDB, utf8mb4, the index as primary key).
 * All rows arrive in one transaction: after an error the tables hold what they held before.
 */
public final class DatabaseSeeder {
    private final DatabaseAccess access;
    private final SeedProgress progress;

    public DatabaseSeeder(DatabaseAccess access, SeedProgress progress) {
        this.access = access;
        this.progress = progress;
    }

    /**
     * Loads all rows of a source.
     *
     * @return how many rows each table got
     * @throws SeedException when the database cannot be reached, holds rows that must stay, or refuses a row
     */
    public Map<SourceTable, Long> load(PostSource source, ExistingRows existing) {
        try (Connection connection = access.connect()) {
            return load(connection, source, existing);
        } catch (SQLException e) {
            throw new SeedException("Cannot load posts into " + access.place() + ": " + reason(e), e);
        }
    }

    private Map<SourceTable, Long> load(Connection connection, PostSource source, ExistingRows existing)
            throws SQLException {
        if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
            throw new SeedException(
                    "The address " + access.place()
                            + " names no database: write it behind the port, as in jdbc:mysql://localhost:3306/pinterest_data.");
        }
        prepare(connection, source, existing);
        connection.setAutoCommit(false);
        try {
            if (existing == ExistingRows.EMPTY_FIRST) {
                empty(connection);
            }
            Map<SourceTable, Long> loaded = new EnumMap<>(SourceTable.class);
            TableLoader loader = new TableLoader(connection, progress);
            for (SourceTable table : SourceTable.values()) {
                loaded.put(table, loader.load(table, source));
            }
            connection.commit();
            return Collections.unmodifiableMap(loaded);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private static void prepare(Connection connection, PostSource source, ExistingRows existing) throws SQLException {
        if (existing == ExistingRows.KEEP_OUT_OF_OTHERS) {
            ExistingContent content = new ExistingContent(connection);
            for (SourceTable table : SourceTable.values()) {
                content.refuseOthers(table, source);
            }
        }
        try (Statement statement = connection.createStatement()) {
            // A server that is not strict would cut or change what does not fit, with no more than a warning.
            statement.execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')");
            for (SourceTable table : SourceTable.values()) {
                statement.execute(table.createStatement());
            }
        }
    }

    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SourceTable table : SourceTable.values()) {
                statement.execute("DELETE FROM " + table.tableName());
            }
        }
    }

    /** The driver's own words, which may go on over several lines, up to the first that says something. */
    private static String reason(SQLException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String first =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
        return first.endsWith(".") ? first : first + ".";
    }
}
