package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.connection.Connections;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.sampling.KeyRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of postings over open connections, as found in the database at that moment.
 *
 * <p>After any {@link SQLException} there is nothing left to do but to close it and to open another. For one thread.
 */
public final class OpenTables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTables.class);

    private final DatabaseConfig database;
    private final Connections source;
    private final List<Connection> connections = new ArrayList<>();
    private final List<TableReader> readers = new ArrayList<>();
    private final List<TableCursor> cursors = new ArrayList<>();

    private OpenTables(DatabaseConfig database) {
        this.database = database;
        this.source = new Connections(database);
    }

    /**
     * Connects and finds the tables.
     *
     * @param oneConnectionEach whether each table has a connection of its own, as reading by cursors needs
     * @throws ConnectException if a table is not there or not as it must be
     */
    public static OpenTables open(
            DatabaseConfig database, List<PostingTable> tables, RowFormat format, boolean oneConnectionEach)
            throws SQLException {
        OpenTables opened = new OpenTables(database);
        try {
            for (PostingTable table : tables) {
                Connection connection = opened.connection(oneConnectionEach);
                opened.readers.add(new TableReader(connection, new TableInspector(connection).inspect(table), format));
            }
            LOG.info(
                    "Connected to {} ({}), tables {}",
                    database.displayName(),
                    opened.connections.get(0).getMetaData().getDatabaseProductVersion(),
                    tables);
            return opened;
        } catch (SQLException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    private Connection connection(boolean another) throws SQLException {
        if (another || connections.isEmpty()) {
            connections.add(source.open());
        }
        return connections.get(connections.size() - 1);
    }

    /**
     * A cursor for each table, in the order of the configuration; for tables that have a connection of their own.
     */
    public List<TableCursor> cursors(RowSelection selection) throws SQLException {
        for (TableReader reader : readers) {
            cursors.add(reader.cursor(selection));
        }
        return List.copyOf(cursors);
    }

    /** The tables, in the order of the configuration. */
    public List<TableReader> readers() {
        return List.copyOf(readers);
    }

    /**
     * From the least to the greatest key of any of the tables.
     *
     * @throws ConnectException if all of the tables are empty
     */
    public KeyRange keyRange() throws SQLException {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (TableReader reader : readers) {
            Optional<long[]> bounds = reader.bounds();
            if (bounds.isPresent()) {
                min = Math.min(min, bounds.get()[0]);
                max = Math.max(max, bounds.get()[1]);
            }
        }
        if (min > max) {
            throw new ConnectException("The tables "
                    + readers.stream().map(reader -> reader.shape().table()).toList() + " in " + database.displayName()
                    + " are empty. Load rows into them, then restart the task.");
        }
        return new KeyRange(min, max);
    }

    /** What the tables look like and, from samples, what they hold. */
    public TablesFingerprint fingerprint() throws SQLException {
        return TablesFingerprint.of(readers);
    }

    /** In order where nothing is under way; else it breaks off instead of reading to the end of a page. */
    @Override
    public void close() {
        boolean underWay = cursors.stream().anyMatch(TableCursor::hasPage);
        for (Connection connection : connections) {
            try {
                if (underWay) {
                    connection.abort(Runnable::run);
                } else {
                    connection.close();
                }
            } catch (SQLException broken) {
                LOG.debug("Closing a connection to {} failed", database.displayName(), broken);
            }
        }
        connections.clear();
        source.close();
    }
}
