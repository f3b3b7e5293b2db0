package dev.pinflow.connect.rds.feed;

import java.util.List;

/**
 * A posting as read from the tables.
 *
 * @param number from 0 on, over the whole emulation
 * @param position its key
 * @param values of its rows in the order of the tables; null where a table has none
 */
public record Posting(long number, long position, List<Object> values) {
    /** Whether every table has its row. */
    public boolean isComplete() {
        return !values.contains(null);
    }
}
