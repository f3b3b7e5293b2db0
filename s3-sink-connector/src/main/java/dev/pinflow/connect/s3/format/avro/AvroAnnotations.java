package dev.pinflow.connect.s3.format.avro;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** What Avro schemas say beyond the type: logical types, and what else Connect knows. */
final class AvroAnnotations {
    private static final int PRECISION = 64;

    private final AvroOptions options;

    AvroAnnotations(AvroOptions options) {
        this.options = options;
    }

    void add(Schema schema, org.apache.avro.Schema type, AvroDefaults defaults) {
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            type.addProp("scale", scale(schema));
            type.addProp("precision", precision(schema));
        }
        if (options.connectMetadata()) {
            addMetadata(schema, type, defaults);
        }
        if (schema.name() != null) {
            addLogicalType(schema, type);
        }
        AvroNames.parameters(schema).forEach((key, value) -> {
            if (key.startsWith("avro")) {
                type.addProp(key, value);
            }
        });
    }

    private static void addMetadata(Schema schema, org.apache.avro.Schema type, AvroDefaults defaults) {
        if (schema.doc() != null) {
            type.addProp("connect.doc", schema.doc());
        }
        if (schema.version() != null) {
            type.addProp("connect.version", schema.version());
        }
        Map<String, String> parameters = new LinkedHashMap<>(AvroNames.parameters(schema));
        boolean defaultOfField = parameters.remove(AvroNames.FIELD_DEFAULT) != null;
        if (!parameters.isEmpty()) {
            type.addProp("connect.parameters", parameters);
        }
        if (schema.defaultValue() != null && !defaultOfField) {
            type.addProp("connect.default", defaults.of(schema, schema.defaultValue()));
        }
        if (schema.name() != null) {
            type.addProp("connect.name", schema.name());
        }
        if (schema.type() == Schema.Type.INT8 || schema.type() == Schema.Type.INT16) {
            type.addProp("connect.type", schema.type().getName());
        }
    }

    private static void addLogicalType(Schema schema, org.apache.avro.Schema type) {
        switch (schema.name()) {
            case Date.LOGICAL_NAME -> LogicalTypes.date().addToSchema(type);
            case Time.LOGICAL_NAME -> LogicalTypes.timeMillis().addToSchema(type);
            case Timestamp.LOGICAL_NAME -> LogicalTypes.timestampMillis().addToSchema(type);
            case Decimal.LOGICAL_NAME -> {
                if (scale(schema) >= 0 && scale(schema) <= precision(schema)) {
                    LogicalTypes.decimal(precision(schema), scale(schema)).addToSchema(type);
                } else {
                    // Avro's own class refuses it; readers see plain bytes then.
                    type.addProp("logicalType", "decimal");
                }
            }
            default -> {}
        }
    }

    private static int scale(Schema schema) {
        return Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD));
    }

    private static int precision(Schema schema) {
        String given = schema.parameters().get("connect.decimal.precision");
        return given == null ? PRECISION : Integer.parseInt(given);
    }
}
