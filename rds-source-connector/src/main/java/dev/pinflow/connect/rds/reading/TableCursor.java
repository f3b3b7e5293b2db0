package dev.pinflow.connect.rds.reading;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads a table in key order, page by page: each page is a query of its own that goes on after the last key, so that no
 * query stays open for longer than its rows are wanted. For one thread; not to be used again after it has failed.
 */
public final class TableCursor {
    private final PreparedStatement pages;
    private final int keyColumn;
    private final RowDecoder decoder;
    private final RowSelection selection;
    private Optional<ResultSet> page = Optional.empty();
    private int pageRows;
    private int rowsRead;
    private boolean onRow;
    private boolean ended;
    private long from;
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
     * Whether there is a row under the cursor; asks for a further page where the last one is used up.
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
        pages.setLong(parameter++, from);
        pages.setLong(parameter++, selection.to());
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

    private void step() throws SQLException {
        ResultSet rows = page.orElseThrow();
        if (rows.next()) {
            onRow = true;
            rowsRead++;
            key = rows.getLong(keyColumn);
        } else {
            ended = rowsRead < pageRows;
            closePage();
        }
    }

    private void closePage() throws SQLException {
        if (page.isPresent()) {
            page.get().close();
            page = Optional.empty();
        }
    }
}
