package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.offset.PostingSource;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.TableChange;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.reading.TablesFingerprint;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the tables are no longer those from which the postings so far were read.
 *
 * @param config which tables, and what is to happen
 */
record ChangeCheck(TablesConfig config) {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeCheck.class);

    /**
     * The fingerprint for offsets from now on. Where nobody is to look, that is the one they have.
     *
     * @throws ConnectException if the tables have changed and must not
     */
    String fingerprint(OpenTables tables, Strides strides) throws SQLException {
        Set<String> before = new TreeSet<>();
        strides.readFrom().stream()
                .map(PostingSource::tables)
                .filter(known -> !known.isEmpty())
                .forEach(before::add);
        if (config.onTableChange() == TableChange.IGNORE) {
            return before.stream().findFirst().orElse("");
        }
        TablesFingerprint now = tables.fingerprint();
        Set<String> changed = new TreeSet<>();
        before.forEach(earlier -> changed.addAll(now.changedSince(earlier)));
        if (!changed.isEmpty()) {
            complain(changed);
        }
        return now.toString();
    }

    private void complain(Set<String> changed) {
        List<String> entries = config.tables().stream()
                .filter(table -> changed.contains(table.name()))
                .map(Object::toString)
                .toList();
        String message = "The tables are not those from which the postings so far were read: " + entries
                + " or the columns to post from them have changed";
        if (config.onTableChange() == TableChange.FAIL) {
            throw new ConnectException(message + ". Restore the tables, reset the connector's offsets, or set "
                    + TablesConfig.ON_TABLE_CHANGE + " to warn.");
        }
        LOG.warn("{}, so this is no repetition of them any more ({} = warn)", message, TablesConfig.ON_TABLE_CHANGE);
    }
}
