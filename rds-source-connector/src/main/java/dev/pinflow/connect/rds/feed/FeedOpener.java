package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.RowFormat;
import dev.pinflow.connect.rds.reading.TableChange;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.reading.TablesFingerprint;
import dev.pinflow.connect.rds.sampling.KeyRange;
import dev.pinflow.connect.rds.sampling.PostingOrder;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.sampling.SamplingMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
            KeyRange keys = tables.keyRange();
            if (config.onTableChange() != TableChange.IGNORE) {
                compare(tables.fingerprint(), strides);
            }
            PostingOrder order = sampling.order(keys);
            long length = Math.min(order.length(), max);
            LOG.info("Goes on at posting {} over the keys {} to {}", strides.peek(), keys.min(), keys.max());
            return sweep
                    ? new SweepFeed(tables, strides, keys, length, unlimited)
                    : new LookUpFeed(tables, strides, order, length);
        } catch (SQLException | RuntimeException failure) {
            tables.close();
            throw failure;
        }
    }

    private void compare(TablesFingerprint now, Strides strides) {
        Set<String> changed = new TreeSet<>();
        strides.tablesReadFrom().forEach(earlier -> changed.addAll(now.changedSince(earlier)));
        if (!changed.isEmpty()) {
            complain(changed);
        }
        strides.readFrom(now.toString());
    }

    private void complain(Set<String> changed) {
        List<String> entries = config.tables().stream()
                .filter(table -> changed.contains(table.name()))
                .map(Object::toString)
                .toList();
        String message = "The tables are not those from which the postings so far were read: " + entries
                + " changed, so the remaining postings are not those that the same seed gave before";
        if (config.onTableChange() == TableChange.FAIL) {
            throw new ConnectException(message + ". Restore the tables, reset the connector's offsets, or set "
                    + TablesConfig.ON_TABLE_CHANGE + " to warn.");
        }
        LOG.warn("{} ({} = warn)", message, TablesConfig.ON_TABLE_CHANGE);
    }
}
