package dev.pinflow.connect.rds.reading;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads a table in key order, page by page: each page is a query of its own that goes on after the last key, so that no
 * query stays open for longer than its rows are wanted.
 *
 * <p>Where only rows with certain remainders are wanted, the database has to look at all rows on the way to them; each page
 * then has a bounded span of keys, which grows while pages come quickly. For one thread; not to be used again after it has
 * failed.
 */
public final class TableCursor {
    private static final long FIRST_SPAN = 1 << 16;
    private static final long LARGEST_SPAN = 1L << 60;
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PreparedStatement pages;
    private final int keyColumn;
    private final RowDecoder decoder;
    private final RowSelection selection;
    private Optional<ResultSet> page = Optional.empty();
    private int pageRows;
    private int rowsRead;
    private boolean onRow;
    private boolean ended;
    private long span = FIRST_SPAN;
    private long from;
    private long pageEnd;
    private long key;

    TableCursor(PreparedStatement pages, int keyColumn, RowDecoder decoder, RowSelection selection) {
        this.pages = pages;
        this.keyColumn = keyColumn;
        this.decoder = decoder;
        this.selection = selection;
        this.from = selection.from();
    }

    /** Gives up the page at hand; the next one begins at this key. */
    public void seek(long firstKey) throws SQLException {
        closePage();
        onRow = false;
        ended = firstKey > selection.to();
        from = firstKey;
    }

    /**
     * Whether there is a row under the cursor; asks for a further page where the last one is used up. If there is none,
     * there may be rows from {@link #reached()} on.
     *
     * @param rows how many rows a further page has at most
     */
    public boolean hasRow(int rows) throws SQLException {
        if (!onRow && !ended) {
            request(rows);
            step();
        }
        return onRow;
    }

    /** Whether there are no rows from here on. */
    public boolean isAtEnd() {
        return ended;
    }

    /** The key before which there are no more rows; of no meaning at the end. */
    public long reached() {
        return onRow ? key : from;
    }

    boolean hasPage() {
        return page.isPresent();
    }

    /** Whether the row with this key is under the cursor. */
    public boolean isAt(long wanted) {
        return onRow && key == wanted;
    }

    /** The key of the row under the cursor. */
    public long key() {
        return key;
    }

    /** The value of the row under the cursor, which {@link #next()} leaves. */
    public Object value() throws SQLException {
        return decoder.decode(page.orElseThrow());
    }

    /** Goes on to the next row of the page, or before the first one of the next page. */
    public void next() throws SQLException {
        onRow = false;
        if (key == selection.to()) {
            ended = true;
            closePage();
        } else {
            from = key + 1;
            step();
        }
    }

    /** Lets the database begin with the next page, if the last one is used up, without waiting for its rows. */
    public void request(int rows) throws SQLException {
        if (page.isPresent() || ended) {
            return;
        }
        int parameter = 1;
        pageEnd = pageEnd();
        pages.setLong(parameter++, from);
        pages.setLong(parameter++, pageEnd);
        if (!selection.remainders().isEmpty()) {
            pages.setLong(parameter++, selection.from());
            pages.setInt(parameter++, selection.divisor());
            for (int remainder : selection.remainders()) {
                pages.setInt(parameter++, remainder);
            }
        }
        pages.setInt(parameter, rows);
        pageRows = rows;
        rowsRead = 0;
        page = Optional.of(pages.executeQuery());
    }

    private long pageEnd() {
        boolean bounded = !selection.remainders().isEmpty() && selection.to() - from >= span;
        return bounded ? from + span - 1 : selection.to();
    }

    private void step() throws SQLException {
        ResultSet rows = page.orElseThrow();
        long start = System.nanoTime();
        if (rows.next()) {
            onRow = true;
            rowsRead++;
            key = rows.getLong(keyColumn);
            return;
        }
        closePage();
        if (rowsRead == pageRows) {
            return;
        }
        boolean quick = System.nanoTime() - start < QUICK_NANOS;
        span = quick ? Math.min(LARGEST_SPAN, span * 2) : Math.max(FIRST_SPAN, span / 2);
        if (pageEnd == selection.to()) {
            ended = true;
        } else {
            from = pageEnd + 1;
        }
    }

    private void closePage() throws SQLException {
        if (page.isPresent()) {
            page.get().close();
            page = Optional.empty();
        }
    }
}
