package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.connection.ConnectionProblem;
import dev.pinflow.connect.rds.connection.Connections;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.credentials.CredentialsConfig;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a configuration against the database, for its validation. */
public final class DatabaseCheck {
    static final String THREAD = "rds-source-validation";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

    /** Connect's REST API gives a validation 90 s in all. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DatabaseConfig database;
    private final List<PostingTable> tables;
    private final boolean asking;
    private volatile boolean onTheWay;
    private volatile boolean abandoned;
    private volatile Connection connection;

    private DatabaseCheck(DatabaseConfig database, List<PostingTable> tables, boolean asking) {
        this.database = database;
        this.tables = tables;
        this.asking = asking;
    }

    /**
     * What does not fit together in {@code database}, files and credentials provider included; if nothing, and if
     * {@code asking}, what the database says over one connection.
     *
     * <p>Returns within the two time-outs of {@code database} and two seconds, or 30 seconds if these are longer, and never
     * throws. What is not done by then is broken off.
     */
    public static DatabaseFindings findings(DatabaseConfig database, List<PostingTable> tables, boolean asking) {
        return findings(database, tables, asking, limit(database));
    }

    static DatabaseFindings findings(
            DatabaseConfig database, List<PostingTable> tables, boolean asking, Duration limit) {
        return new DatabaseCheck(database.within(limit), tables, asking).within(limit);
    }

    private DatabaseFindings within(Duration limit) {
        CompletableFuture<DatabaseFindings> found = new CompletableFuture<>();
        Thread thread = daemon(() -> found.complete(check()));
        thread.start();
        try {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            abandon(thread);
            return late(limit);
        } catch (InterruptedException interrupted) {
            abandon(thread);
            Thread.currentThread().interrupt();
            return unusable("was not asked to the end, as the worker stops. Try again.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends what is under way: a provider that waits, a query; opening a connection ends by its own time-outs. */
    private void abandon(Thread thread) {
        abandoned = true;
        thread.interrupt();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(work -> daemon(work).start());
            } catch (SQLException closed) {
                LOG.debug("The connection of an abandoned validation was closed already", closed);
            }
        }
    }

    private DatabaseFindings late(Duration limit) {
        if (onTheWay) {
            return unusable(
                    "did not answer within " + limit.toMillis() + " ms. Check host, port and firewall, or raise "
                            + DatabaseConfig.CONNECT_TIMEOUT + " and " + DatabaseConfig.SOCKET_TIMEOUT + ".");
        }
        return DatabaseFindings.problem(new ConfigProblem(
                CredentialsConfig.PROVIDER_CLASS,
                CredentialsConfig.PROVIDER_CLASS + ": "
                        + database.credentials().providerClass().getSimpleName()
                        + " was not ready within " + limit.toMillis() + " ms. Check what it has to reach, or set "
                        + CredentialsConfig.AWS_REGION + " if it looks for the region."));
    }

    private static Duration limit(DatabaseConfig database) {
        Duration own = database.connectTimeout().plus(database.socketTimeout()).plus(GRACE);
        return own.compareTo(MOST) < 0 ? own : MOST;
    }

    private DatabaseFindings check() {
        try {
            List<ConfigProblem> problems = database.problems();
            return problems.isEmpty() && asking ? ask() : new DatabaseFindings(problems, List.of(), List.of());
        } catch (RuntimeException | LinkageError failure) {
            return unusable("cannot be asked (" + failure.getClass().getName() + ").");
        }
    }

    private DatabaseFindings ask() {
        try (Connections connections = new Connections(database)) {
            onTheWay = true;
            try (Connection open = connections.open()) {
                connection = open;
                return abandoned ? unusable("was left alone.") : findings(open);
            }
        } catch (SQLException failure) {
            return DatabaseFindings.problem(ConnectionProblem.of(database, failure));
        } catch (ConfigException unusable) {
            return DatabaseFindings.problem(database.credentials().problem(unusable));
        } catch (ConnectException failure) {
            return DatabaseFindings.problem(ConnectionProblem.of(database, failure));
        }
    }

    private DatabaseFindings findings(Connection open) throws SQLException {
        if (open.getCatalog() == null || open.getCatalog().isEmpty()) {
            return DatabaseFindings.problem(new ConfigProblem(
                    DatabaseConfig.URL,
                    DatabaseConfig.URL + " names no database: end it with /pinterest_data or the name of the "
                            + "database that holds the tables."));
        }
        TableCatalog catalog = TableCatalog.read(open);
        return new DatabaseFindings(
                problems(new TableInspector(open), tables),
                catalog.tableEntries(tables),
                catalog.columnEntries(tables));
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

    private DatabaseFindings unusable(String what) {
        return DatabaseFindings.problem(
                new ConfigProblem(DatabaseConfig.URL, DatabaseConfig.URL + ": " + database.displayName() + " " + what));
    }
}
