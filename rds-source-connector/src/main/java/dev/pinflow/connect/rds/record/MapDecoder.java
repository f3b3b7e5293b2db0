package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.TableShape;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * Rows as maps without a schema, with the table's columns as keys in table order.
 *
 * <p>Values are of the classes that Connect knows without a schema, and of few of them: Integer, Long, Float, Double,
 * Boolean, String and byte[]. BigDecimal is not among those that Connect knows, so exact decimals become plain text.
 */
final class MapDecoder implements RowDecoder {
    private static final float LOAD_FACTOR = 0.75f;

    private final String[] names;
    private final ObjectColumn[] columns;
    private final int capacity;

    MapDecoder(TableShape table, TypesConfig types) {
        names = table.columns().stream().map(Column::name).toArray(String[]::new);
        columns = table.columns().stream()
                .map(column -> valueColumn(column, types))
                .toArray(ObjectColumn[]::new);
        capacity = (int) (names.length / LOAD_FACTOR) + 1;
    }

    /** None. */
    @Override
    public Schema schema() {
        return null;
    }

    @Override
    public Map<String, Object> decode(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>(capacity, LOAD_FACTOR);
        for (int i = 0; i < columns.length; i++) {
            values.put(names[i], columns[i].read(row, i + 1));
        }
        return values;
    }

    private static ObjectColumn valueColumn(Column column, TypesConfig types) {
        ObjectColumn plain = ObjectColumn.of(column, types);
        return switch (ValueKind.of(column.type(), types)) {
            case INT8, INT16 -> (row, at) -> integer((Number) plain.read(row, at));
            case EXACT -> (row, at) -> text((BigDecimal) plain.read(row, at));
            default -> plain;
        };
    }

    private static Integer integer(Number value) {
        return value == null ? null : value.intValue();
    }

    private static String text(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
