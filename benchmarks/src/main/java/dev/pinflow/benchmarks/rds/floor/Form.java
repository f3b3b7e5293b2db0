package dev.pinflow.benchmarks.rds.floor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;

/** The forms in which prebuilt values are emitted. */
enum Form {
    /** Maps without a schema. */
    MAP {
        @Override
        SchemaAndValue value(Map<String, Object> row) {
            return new SchemaAndValue(null, row);
        }
    },
    /** Structs. */
    STRUCT {
        @Override
        SchemaAndValue value(Map<String, Object> row) {
            SchemaBuilder builder = SchemaBuilder.struct();
            row.forEach((column, value) -> builder.field(column, schema(value)));
            Struct struct = new Struct(builder.build());
            for (Field field : struct.schema().fields()) {
                struct.put(field, row.get(field.name()));
            }
            return new SchemaAndValue(struct.schema(), struct);
        }
    },
    /** Finished JSON. */
    BYTES {
        @Override
        SchemaAndValue value(Map<String, Object> row) {
            try (JsonConverter converter = new JsonConverter()) {
                converter.configure(Map.of("schemas.enable", "false"), false);
                byte[] json = converter.fromConnectData("", null, new LinkedHashMap<>(row));
                return new SchemaAndValue(Schema.BYTES_SCHEMA, json);
            }
        }
    };

    /** What is emitted for a row of which no column is null. */
    abstract SchemaAndValue value(Map<String, Object> row);

    private static Schema schema(Object value) {
        if (value instanceof Long) {
            return Schema.INT64_SCHEMA;
        }
        return value instanceof Float ? Schema.FLOAT32_SCHEMA : Schema.STRING_SCHEMA;
    }
}
