package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.offset.PostingSource;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.RowFormat;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.sampling.KeyRange;
import dev.pinflow.connect.rds.sampling.PostingOrder;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.sampling.SamplingMode;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to the database and makes the feed of a task.
 *
 * @param max how many postings the emulation has at most
 * @param unlimited whether postings leave as fast as possible
 */
public record FeedOpener(
        DatabaseConfig database,
        TablesConfig config,
        RowFormat format,
        SamplingConfig sampling,
        long max,
        boolean unlimited) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedOpener.class);

    /**
     * A feed that goes on where the strides are.
     *
     * @throws ConnectException if the tables are unsuitable, or have changed and must not
     */
    public PostingFeed open(Strides strides) throws SQLException {
        boolean sweep = sampling.mode() == SamplingMode.SWEEP;
        OpenTables tables = OpenTables.open(database, config.tables(), format, sweep);
        try {
            KeyRange keys = keys(tables, strides, sweep);
            String fingerprint = new ChangeCheck(config).fingerprint(tables, strides);
            strides.readFrom(new PostingSource(keys.toString(), fingerprint));
            PostingOrder order = sampling.order(keys);
            long length = Math.min(order.length(), max);
            LOG.info("Goes on at posting {} over the keys {}", strides.peek(), keys);
            return sweep
                    ? new SweepFeed(tables, strides, keys, length, unlimited)
                    : new LookUpFeed(tables, strides, order, length);
        } catch (SQLException | RuntimeException failure) {
            tables.close();
            throw failure;
        }
    }

    /**
     * The positions over which the emulation has always counted, because any other range would give other keys to the
     * postings that are left. A sweep takes in what has been appended since: that changes no number.
     */
    private static KeyRange keys(OpenTables tables, Strides strides, boolean sweep) throws SQLException {
        List<KeyRange> before = strides.readFrom().stream()
                .flatMap(source -> KeyRange.parse(source.keys()).stream())
                .distinct()
                .toList();
        if (before.isEmpty()) {
            return tables.keyRange();
        }
        KeyRange all = before.stream().reduce(KeyRange::and).orElseThrow();
        if (sweep) {
            return all.upTo(tables.keyRange().max());
        }
        if (before.size() > 1) {
            LOG.warn("The stored offsets count over different keys, so some may be posted twice or never");
        }
        return all;
    }
}
