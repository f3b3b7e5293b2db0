package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.TableShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Rows as Structs, named after the table, with its columns as fields in table order. */
final class StructDecoder implements RowDecoder {
    private final Schema schema;
    private final List<Field> fields;
    private final StructColumn[] columns;

    StructDecoder(TableShape table) {
        SchemaBuilder builder = SchemaBuilder.struct().name(table.table().table());
        for (Column column : table.columns()) {
            SchemaBuilder field = StructColumn.schema(column);
            builder.field(column.name(), (column.nullable() ? field.optional() : field).build());
        }
        schema = builder.build();
        fields = schema.fields();
        columns = table.columns().stream().map(StructColumn::of).toArray(StructColumn[]::new);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Struct decode(ResultSet row) throws SQLException {
        Struct struct = new Struct(schema);
        for (int i = 0; i < columns.length; i++) {
            struct.put(fields.get(i), columns[i].read(row, i + 1));
        }
        return struct;
    }
}
