package dev.pinflow.connect.rds.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;

/** Reads one table over one connection. For one thread; not to be used again after it has failed. */
public final class TableReader {
    private final Connection connection;
    private final TableShape shape;
    private final RowDecoder decoder;
    private final Map<Integer, PreparedStatement> lookUps = new HashMap<>();

    TableReader(Connection connection, TableShape shape, RowFormat format) {
        this.connection = connection;
        this.shape = shape;
        this.decoder = format.decoder(shape);
    }

    /** The schema of all values; null where values have none, as Connect has it. */
    public Schema schema() {
        return decoder.schema();
    }

    TableShape shape() {
        return shape;
    }

    /**
     * The values of the rows with these keys, by key.
     *
     * @param keys at least one; none twice
     */
    public Map<Long, Object> lookUp(long[] keys) throws SQLException {
        PreparedStatement lookUp = statement(keys.length);
        int parameters = size(keys.length);
        for (int parameter = 0; parameter < parameters; parameter++) {
            // What is left over of the statement's parameters repeats the last key.
            lookUp.setLong(parameter + 1, keys[Math.min(parameter, keys.length - 1)]);
        }
        Map<Long, Object> values = new HashMap<>(keys.length * 2);
        try (ResultSet rows = lookUp.executeQuery()) {
            while (rows.next()) {
                values.put(rows.getLong(shape.keyPosition() + 1), decoder.decode(rows));
            }
        }
        return values;
    }

    /** Rows in key order. The connection is the cursor's alone while it holds a page. */
    TableCursor cursor(RowSelection selection) throws SQLException {
        PreparedStatement pages = connection.prepareStatement(
                shape.page(selection.remainders().size()), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        // The driver's sign for streaming: it holds one row at a time, whatever the size of the page.
        pages.setFetchSize(Integer.MIN_VALUE);
        return new TableCursor(pages, shape.keyPosition() + 1, decoder, selection);
    }

    /** The least and the greatest key. None when the table is empty. */
    Optional<long[]> bounds() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(shape.keyRange());
                ResultSet row = query.executeQuery()) {
            row.next();
            long least = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(new long[] {least, row.getLong(2)});
        }
    }

    PreparedStatement checksums() throws SQLException {
        return connection.prepareStatement(shape.checksum());
    }

    private PreparedStatement statement(int keys) throws SQLException {
        int size = size(keys);
        PreparedStatement lookUp = lookUps.get(size);
        if (lookUp == null) {
            lookUp = connection.prepareStatement(shape.lookUp(size));
            lookUps.put(size, lookUp);
        }
        return lookUp;
    }

    /** Statements are prepared for powers of two, so that any number of keys needs few of them. */
    private static int size(int keys) {
        int power = Integer.highestOneBit(keys);
        return power == keys ? keys : power * 2;
    }
}
