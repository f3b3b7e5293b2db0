package dev.pinflow.connect.rds.feed;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/**
 * Reads the postings of a task in ascending order and marks them as done in its strides. After any
 * {@link SQLException} it must be closed. For one thread.
 */
public interface PostingFeed extends AutoCloseable {
    /**
     * The next postings.
     *
     * @param atMost how many postings may be done by this call; at least 1. Postings that follow each other without a row
     *     in any table may be more where skipping them takes no time
     * @return those that have a row in some table
     */
    List<Posting> next(int atMost) throws SQLException;

    /** How many postings the emulation has; {@link Long#MAX_VALUE} without end. */
    long length();

    /** How many postings were done without a row in any table. */
    long empty();

    /** Of each table's values, in the order of the tables; null where they have none. */
    List<Schema> schemas();

    /** Whether what was asked for in advance has become too old. Only closing is left then. */
    boolean isStale();

    @Override
    void close();
}
