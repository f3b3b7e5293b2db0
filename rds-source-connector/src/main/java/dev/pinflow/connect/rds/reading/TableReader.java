package dev.pinflow.connect.rds.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.connect.data.Schema;

/** Looks up rows of one table over one connection. For one thread. */
final class TableReader {
    private final Connection connection;
    private final TableShape shape;
    private final RowDecoder decoder;
    private final Map<Integer, PreparedStatement> lookUps = new HashMap<>();

    TableReader(Connection connection, TableShape shape, RowFormat format) {
        this.connection = connection;
        this.shape = shape;
        this.decoder = format.decoder(shape);
    }

    Schema schema() {
        return decoder.schema();
    }

    /**
     * The values of the rows with these keys, by key.
     *
     * @param keys at least one; none twice
     */
    Map<Long, Object> read(long[] keys) throws SQLException {
        PreparedStatement lookUp = lookUp(keys.length);
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

    /** The least key, or the greatest. None when the table is empty. */
    OptionalLong bound(boolean greatest) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(shape.keyRange());
                ResultSet row = query.executeQuery()) {
            row.next();
            long bound = row.getLong(greatest ? 2 : 1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bound);
        }
    }

    private PreparedStatement lookUp(int keys) throws SQLException {
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
