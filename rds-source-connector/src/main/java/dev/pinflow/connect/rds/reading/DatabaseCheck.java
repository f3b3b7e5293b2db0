package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.connection.ConnectionProblem;
import dev.pinflow.connect.rds.connection.Connections;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.problem.Bounded;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries a configuration against the database, for its validation. */
public final class DatabaseCheck {
    /** Connect's REST API gives a validation 90 s in all. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private DatabaseCheck() {}

    /**
     * Asks over one connection. Returns within the two time-outs of {@code database} and two seconds, or 30 seconds if
     * these are longer, and never throws.
     */
    public static DatabaseFindings findings(DatabaseConfig database, List<PostingTable> tables) {
        Duration limit = limit(database);
        return Bounded.within(
                limit,
                () -> ask(database, tables),
                () -> unusable(
                        database,
                        "did not answer within " + limit.toMillis() + " ms. Check host, port and firewall, or raise "
                                + DatabaseConfig.CONNECT_TIMEOUT + " and " + DatabaseConfig.SOCKET_TIMEOUT + "."));
    }

    private static Duration limit(DatabaseConfig database) {
        Duration own = database.connectTimeout().plus(database.socketTimeout()).plus(GRACE);
        return own.compareTo(MOST) < 0 ? own : MOST;
    }

    private static DatabaseFindings ask(DatabaseConfig database, List<PostingTable> tables) {
        try (Connections connections = new Connections(database);
                Connection connection = connections.open()) {
            if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
                return DatabaseFindings.problem(new ConfigProblem(
                        DatabaseConfig.URL,
                        DatabaseConfig.URL + " names no database: end it with /pinterest_data or the name of the "
                                + "database that holds the tables."));
            }
            TableCatalog catalog = TableCatalog.read(connection);
            return new DatabaseFindings(
                    problems(new TableInspector(connection), tables),
                    catalog.tableEntries(tables),
                    catalog.columnEntries(tables));
        } catch (SQLException failure) {
            return DatabaseFindings.problem(ConnectionProblem.of(database, failure));
        } catch (RuntimeException | LinkageError failure) {
            return unusable(database, "cannot be asked: " + failure.getMessage());
        }
    }

    private static List<ConfigProblem> problems(TableInspector inspector, List<PostingTable> tables)
            throws SQLException {
        List<ConfigProblem> problems = new ArrayList<>();
        for (PostingTable table : tables) {
            try {
                inspector.inspect(table);
            } catch (UnsuitableTableException unsuitable) {
                problems.add(new ConfigProblem(TablesConfig.TABLES, unsuitable.getMessage()));
            }
        }
        return problems;
    }

    private static DatabaseFindings unusable(DatabaseConfig database, String what) {
        return DatabaseFindings.problem(
                new ConfigProblem(DatabaseConfig.URL, DatabaseConfig.URL + ": " + database.displayName() + " " + what));
    }
}
