package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.TableShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Rows as Structs, named after the table, with its columns as fields in table order. */
final class StructDecoder implements RowDecoder {
    private final Schema schema;
    private final Field[] fields;
    private final ObjectColumn[] columns;

    StructDecoder(TableShape table, TypesConfig types) {
        SchemaBuilder builder = SchemaBuilder.struct().name(table.table().table());
        for (Column column : table.columns()) {
            builder.field(column.name(), schema(column, ValueKind.of(column.type(), types)));
        }
        schema = builder.build();
        fields = schema.fields().toArray(Field[]::new);
        columns = table.columns().stream()
                .map(column -> fieldColumn(column, types))
                .toArray(ObjectColumn[]::new);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Struct decode(ResultSet row) throws SQLException {
        Struct struct = new Struct(schema);
        for (int i = 0; i < columns.length; i++) {
            struct.put(fields[i], columns[i].read(row, i + 1));
        }
        return struct;
    }

    private static ObjectColumn fieldColumn(Column column, TypesConfig types) {
        ObjectColumn plain = ObjectColumn.of(column, types);
        return switch (ValueKind.of(column.type(), types)) {
            case DATETIME_MILLIS, TIMESTAMP_MILLIS -> (row, at) -> timestamp((Long) plain.read(row, at));
            default -> plain;
        };
    }

    private static Object timestamp(Long millis) {
        return millis == null ? null : Timestamp.toLogical(Timestamp.SCHEMA, millis);
    }

    private static Schema schema(Column column, ValueKind kind) {
        SchemaBuilder schema = switch (kind) {
            case BOOLEAN -> SchemaBuilder.bool();
            case INT8 -> SchemaBuilder.int8();
            case INT16 -> SchemaBuilder.int16();
            case INT32 -> SchemaBuilder.int32();
            case INT64, UINT64_AS_INT64 -> SchemaBuilder.int64();
            case FLOAT32 -> SchemaBuilder.float32();
            case FLOAT64 -> SchemaBuilder.float64();
            case EXACT -> Decimal.builder(column.scale());
            case TEXT, EXACT_TEXT, DATE, TIME, DATETIME_TEXT, TIMESTAMP_TEXT -> SchemaBuilder.string();
            case BYTES -> SchemaBuilder.bytes();
            case DATETIME_MILLIS, TIMESTAMP_MILLIS -> Timestamp.builder();
        };
        return (isOptional(column) ? schema.optional() : schema).build();
    }

    /** Dates can be null even where the database allows no null, because zero dates become it. */
    private static boolean isOptional(Column column) {
        return switch (column.type()) {
            case DATE, DATETIME, TIMESTAMP -> true;
            default -> column.nullable();
        };
    }
}
