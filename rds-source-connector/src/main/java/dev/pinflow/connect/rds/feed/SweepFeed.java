package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.offset.Stride;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.RowSelection;
import dev.pinflow.connect.rds.reading.TableCursor;
import dev.pinflow.connect.rds.sampling.KeyRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads all tables in key order side by side: each row is read once, and gaps between keys cost nothing, however wide.
 *
 * <p>When postings leave as fast as possible, the next pages are asked for before they are wanted: the database works on
 * them while the worker sends the last ones, and the connections' buffers hold what it has ready.
 */
final class SweepFeed extends PostingFeed {
    private static final long NONE = -1;

    /** How many calls a page asked for in advance lasts. */
    private static final int CALLS_PER_PAGE = 8;

    /** How many rows of postings that are done already, when strides resume apart, one call reads past. */
    private static final int MAX_SKIPPED_ROWS = 10_000;

    /** The rows of a page while postings are read past. */
    private static final int SKIPPING_PAGE = 4096;

    /** Well before MySQL gives up a connection whose rows nobody fetches (net_write_timeout, 60 s by default). */
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final KeyRange keys;
    private final boolean ahead;
    private final List<TableCursor> cursors;
    private boolean skipped;
    private long lastRead = System.nanoTime();

    /**
     * Reads on from the strides' next posting.
     *
     * @param ahead whether postings leave as fast as possible
     */
    SweepFeed(OpenTables tables, Strides strides, KeyRange keys, long length, boolean ahead) throws SQLException {
        super(tables, strides, length);
        this.keys = keys;
        this.ahead = ahead;
        List<Integer> remainders = strides.indexes().size() == Stride.COUNT ? List.of() : strides.indexes();
        RowSelection selection = new RowSelection(keys.min(), keys.min() + (length - 1), Stride.COUNT, remainders);
        cursors = tables.cursors(selection);
        seek();
    }

    @Override
    public List<Posting> next(int atMost) throws SQLException {
        int pageRows = pageRows(atMost);
        List<Posting> postings = new ArrayList<>(atMost);
        int rows = 0;
        for (; postings.size() < atMost && rows < atMost + MAX_SKIPPED_ROWS; rows++) {
            long number = advance(pageRows);
            if (number == NONE) {
                break;
            }
            take(number, postings);
        }
        skipped = rows > postings.size();
        lastRead = System.nanoTime();
        if (ahead) {
            for (TableCursor cursor : cursors) {
                cursor.request(pageRows);
            }
        } else if (strides.peek() < length) {
            seek();
        }
        return postings;
    }

    private int pageRows(int atMost) {
        if (ahead) {
            return atMost * CALLS_PER_PAGE;
        }
        return skipped ? SKIPPING_PAGE : atMost;
    }

    /**
     * Goes on to the lowest posting with a row in some table. All postings before it are done; so are those that are known to
     * have no row where it is not known yet, which a further call finds out.
     */
    private long advance(int pageRows) throws SQLException {
        long row = length;
        long unknown = length;
        for (TableCursor cursor : cursors) {
            boolean found = cursor.hasRow(pageRows);
            long number = cursor.isAtEnd() ? length : cursor.reached() - keys.min();
            if (found) {
                row = Math.min(row, number);
            } else {
                unknown = Math.min(unknown, number);
            }
        }
        countEmpty(strides.skipTo(Math.min(row, unknown)));
        return row < unknown ? row : NONE;
    }

    private void take(long number, List<Posting> postings) throws SQLException {
        boolean wanted = strides.isToCome(number);
        long position = keys.min() + number;
        Object[] values = new Object[cursors.size()];
        for (int table = 0; table < values.length; table++) {
            TableCursor cursor = cursors.get(table);
            if (cursor.isAt(position)) {
                values[table] = wanted ? cursor.value() : null;
                cursor.next();
            }
        }
        if (wanted) {
            strides.done(number);
            postings.add(new Posting(number, position, Arrays.asList(values)));
        }
    }

    private void seek() throws SQLException {
        long from = keys.min() + Math.min(strides.peek(), length);
        for (TableCursor cursor : cursors) {
            cursor.seek(from);
        }
    }

    @Override
    public boolean isStale() {
        return ahead && System.nanoTime() - lastRead > STALE_NANOS;
    }
}
