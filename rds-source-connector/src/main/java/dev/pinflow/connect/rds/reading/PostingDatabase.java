package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.connection.Connections;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.sampling.KeyRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the tables of postings by key.
 *
 * <p>Connects when it is first asked. After any {@link SQLException} the connection is gone and the next question opens a
 * new one, with the tables inspected afresh. For one thread.
 */
public final class PostingDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostingDatabase.class);

    private final DatabaseConfig config;
    private final List<PostingTable> tables;
    private final RowFormat format;
    private final List<TableReader> readers = new ArrayList<>();
    private Connection connection;

    public PostingDatabase(DatabaseConfig config, List<PostingTable> tables, RowFormat format) {
        this.config = config;
        this.tables = List.copyOf(tables);
        this.format = format;
    }

    /**
     * From the least to the greatest key of any of the tables.
     *
     * @throws ConnectException if all of the tables are empty
     */
    public KeyRange keyRange() throws SQLException {
        return asked(() -> {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (TableReader reader : readers) {
                min = Math.min(min, reader.bound(false).orElse(min));
                max = Math.max(max, reader.bound(true).orElse(max));
            }
            if (min > max) {
                throw new ConnectException("The tables " + tables + " in " + config.displayName()
                        + " are empty. Load rows into them, then restart the task.");
            }
            return new KeyRange(min, max);
        });
    }

    /** What the tables hold at these positions, of which there is at least one; repeated ones are read once. */
    public PostingRows read(long[] positions) throws SQLException {
        long[] distinct = Arrays.stream(positions).distinct().toArray();
        return asked(() -> {
            List<Schema> schemas = new ArrayList<>(readers.size());
            List<Map<Long, Object>> values = new ArrayList<>(readers.size());
            for (TableReader reader : readers) {
                schemas.add(reader.schema());
                values.add(reader.read(distinct));
            }
            return new PostingRows(schemas, values);
        });
    }

    /** Leaves the database; a further question connects again. */
    @Override
    public void close() {
        readers.clear();
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException broken) {
                LOG.debug("Closing a connection to {} failed", config.displayName(), broken);
            }
            connection = null;
        }
    }

    private <T> T asked(Question<T> question) throws SQLException {
        try {
            connect();
            return question.ask();
        } catch (SQLException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void connect() throws SQLException {
        if (connection != null) {
            return;
        }
        connection = new Connections(config).open();
        TableInspector inspector = new TableInspector(connection);
        for (PostingTable table : tables) {
            readers.add(new TableReader(connection, inspector.inspect(table), format));
        }
        LOG.info(
                "Connected to {} ({}), tables {}",
                config.displayName(),
                connection.getMetaData().getDatabaseProductVersion(),
                tables);
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
