package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.connection.Connections;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.retry.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a configuration against the database, for its validation. */
public final class DatabaseCheck {
    private static final long GRACE_SECONDS = 2;
    private static final String NO_SUCH_DATABASE = "42000";
    private static final String ACCESS_DENIED = "28000";
    private static final int ACCESS_TO_DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private DatabaseCheck() {}

    /**
     * A problem and the option that mends it.
     *
     * @param key the option's name
     */
    public record Problem(String key, String message) {}

    /**
     * All problems that the database has with these options. Returns within the two time-outs of {@code database}, give or
     * take two seconds, and never throws.
     */
    public static List<Problem> problems(DatabaseConfig database, List<PostingTable> tables) {
        long limit = database.connectTimeout().plus(database.socketTimeout()).toSeconds() + GRACE_SECONDS;
        CompletableFuture<List<Problem>> found = new CompletableFuture<>();
        Thread thread = new Thread(() -> found.complete(ask(database, tables)), "rds-source-validation");
        thread.setDaemon(true);
        thread.start();
        try {
            return found.get(limit, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return List.of(new Problem(
                    DatabaseConfig.URL,
                    database.displayName() + " did not answer within " + limit
                            + " s. Check host, port and firewall, or raise " + DatabaseConfig.SOCKET_TIMEOUT + "."));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of(new Problem(DatabaseConfig.URL, "The check of the database was interrupted. Try again."));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Problem> ask(DatabaseConfig database, List<PostingTable> tables) {
        List<Problem> problems = new ArrayList<>();
        try (Connection connection = new Connections(database).open()) {
            if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
                return List.of(new Problem(
                        DatabaseConfig.URL,
                        "The URL names no database: end it with /pinterest_data "
                                + "or the name of the database that holds the tables."));
            }
            TableInspector inspector = new TableInspector(connection);
            for (PostingTable table : tables) {
                try {
                    inspector.inspect(table);
                } catch (UnsuitableTableException unsuitable) {
                    problems.add(new Problem(TablesConfig.TABLES, unsuitable.getMessage()));
                }
            }
        } catch (SQLException failure) {
            problems.add(problem(database, failure));
        } catch (RuntimeException failure) {
            problems.add(new Problem(
                    DatabaseConfig.URL, "Cannot use " + database.displayName() + ": " + failure.getMessage()));
        }
        return problems;
    }

    private static Problem problem(DatabaseConfig database, SQLException failure) {
        String name = database.displayName();
        String reason = failure.getMessage();
        if (ACCESS_DENIED.equals(failure.getSQLState())) {
            return new Problem(
                    DatabaseConfig.USER,
                    name + " refuses the user: " + reason + ". Correct " + DatabaseConfig.USER + " or "
                            + DatabaseConfig.PASSWORD + ".");
        }
        if (failure.getErrorCode() == ACCESS_TO_DATABASE_DENIED) {
            return new Problem(
                    DatabaseConfig.USER,
                    name + " refuses the user: " + reason + ". Grant it SELECT on the database's tables.");
        }
        if (failure.getErrorCode() == UNKNOWN_DATABASE || NO_SUCH_DATABASE.equals(failure.getSQLState())) {
            return new Problem(
                    DatabaseConfig.URL,
                    "The server knows no such database: " + reason + ". Correct the name after the last slash.");
        }
        String way = SqlFailure.of(failure) == SqlFailure.TRANSIENT
                ? " Check that the server runs and that host and port are right."
                : " Correct the URL.";
        return new Problem(DatabaseConfig.URL, "Cannot connect to " + name + ": " + reason + way);
    }
}
