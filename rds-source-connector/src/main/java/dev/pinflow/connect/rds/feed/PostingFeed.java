package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.TableReader;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/**
 * Reads the postings of a task in ascending order and marks them as done in its strides. After any
 * {@link SQLException} it must be closed. For one thread.
 */
public abstract class PostingFeed implements AutoCloseable {
    final OpenTables tables;
    final Strides strides;
    final long length;
    private long empty;

    PostingFeed(OpenTables tables, Strides strides, long length) {
        this.tables = tables;
        this.strides = strides;
        this.length = length;
    }

    /**
     * The next postings.
     *
     * @param atMost how many postings may be done by this call; at least 1. Postings that follow each other without a row
     *     in any table may be more where skipping them takes no time
     * @return those that have a row in some table
     */
    public abstract List<Posting> next(int atMost) throws SQLException;

    /** Whether what was asked for in advance has become too old. Only closing is left then. */
    public abstract boolean isStale();

    /** How many postings the emulation has; {@link Long#MAX_VALUE} without end. */
    public final long length() {
        return length;
    }

    /** How many postings were done without a row in any table. */
    public final long empty() {
        return empty;
    }

    final void countEmpty(long postings) {
        empty += postings;
    }

    /** Of each table's values, in the order of the tables; null where they have none. */
    public final List<Schema> schemas() {
        return tables.readers().stream().map(TableReader::schema).toList();
    }

    @Override
    public final void close() {
        tables.close();
    }
}
