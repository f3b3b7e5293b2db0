package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;

/** Reads one column's value in the type that its schema asks for; chosen once for each column. */
@FunctionalInterface
interface StructColumn {
    /**
     * The value, or null.
     *
     * @param column the column's place in the row, from 1
     */
    Object read(ResultSet row, int column) throws SQLException;

    static SchemaBuilder schema(Column column) {
        return switch (column.type()) {
            case INT8 -> SchemaBuilder.int8();
            case INT16 -> SchemaBuilder.int16();
            case INT32 -> SchemaBuilder.int32();
            case INT64 -> SchemaBuilder.int64();
            case FLOAT32 -> SchemaBuilder.float32();
            case FLOAT64 -> SchemaBuilder.float64();
            case UINT64 -> Decimal.builder(0);
            case DECIMAL -> Decimal.builder(column.scale());
            case TEXT, DATE, DATETIME, TIMESTAMP -> SchemaBuilder.string();
        };
    }

    static StructColumn of(Column column) {
        return switch (column.type()) {
            case INT8 -> (row, at) -> orNull(row, row.getByte(at));
            case INT16 -> (row, at) -> orNull(row, row.getShort(at));
            case INT32 -> (row, at) -> orNull(row, row.getInt(at));
            case INT64 -> (row, at) -> orNull(row, row.getLong(at));
            case FLOAT32 -> (row, at) -> orNull(row, row.getFloat(at));
            case FLOAT64 -> (row, at) -> orNull(row, row.getDouble(at));
            case UINT64 -> (row, at) -> decimal(row, at, 0);
            case DECIMAL -> (row, at) -> decimal(row, at, column.scale());
            case TEXT -> ResultSet::getString;
            case DATE -> StructColumn::date;
            case DATETIME -> (row, at) -> dateTime(row, at, "");
            case TIMESTAMP -> (row, at) -> dateTime(row, at, "Z");
        };
    }

    private static Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static Object decimal(ResultSet row, int column, int scale) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.setScale(scale);
    }

    private static Object date(ResultSet row, int column) throws SQLException {
        LocalDate value = row.getObject(column, LocalDate.class);
        return value == null ? null : value.toString();
    }

    private static Object dateTime(ResultSet row, int column, String zone) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : IsoText.of(value) + zone;
    }
}
