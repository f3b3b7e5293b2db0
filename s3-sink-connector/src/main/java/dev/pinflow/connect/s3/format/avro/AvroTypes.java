package dev.pinflow.connect.s3.format.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.errors.DataException;

/** Connect schemas as Avro schemas of the shape that Confluent's Avro converter gives them. One per conversion. */
final class AvroTypes {
    private final AvroOptions options;
    private final AvroAnnotations annotations;
    private final AvroDefaults defaults;

    /** Records that are there already: Avro defines each once, and by these a schema can hold itself. */
    private final Map<String, Known> records = new HashMap<>();

    private record Known(org.apache.kafka.connect.data.Schema origin, Schema type) {}

    AvroTypes(AvroOptions options) {
        this.options = options;
        this.annotations = new AvroAnnotations(options);
        this.defaults = new AvroDefaults(options);
    }

    static boolean isAvroMap(org.apache.kafka.connect.data.Schema schema, AvroOptions options) {
        return schema.keySchema().type() == org.apache.kafka.connect.data.Schema.Type.STRING
                && (!schema.keySchema().isOptional() || options.optionalMapKeys());
    }

    static boolean isUnion(org.apache.kafka.connect.data.Schema schema) {
        return AvroNames.UNION.equals(schema.name());
    }

    static boolean isEnum(org.apache.kafka.connect.data.Schema schema, AvroOptions options) {
        return options.enhanced() && AvroNames.parameters(schema).containsKey(AvroNames.ENUM);
    }

    /** The order in which a union with null has its branches: Avro wants that of the default value first. */
    static boolean isNullFirst(org.apache.kafka.connect.data.Schema schema) {
        return schema.defaultValue() == null;
    }

    Schema of(org.apache.kafka.connect.data.Schema schema) {
        if (isUnion(schema)) {
            return union(schema);
        }
        Schema present = present(schema);
        if (!schema.isOptional()) {
            return present;
        }
        Schema none = Schema.create(Schema.Type.NULL);
        return isNullFirst(schema) ? Schema.createUnion(none, present) : Schema.createUnion(present, none);
    }

    private Schema union(org.apache.kafka.connect.data.Schema schema) {
        List<Schema> branches = new ArrayList<>();
        if (schema.isOptional()) {
            branches.add(Schema.create(Schema.Type.NULL));
        }
        schema.fields().forEach(field -> branches.add(present(field.schema())));
        return Schema.createUnion(branches);
    }

    private Schema present(org.apache.kafka.connect.data.Schema schema) {
        return switch (schema.type()) {
            case INT8, INT16, INT32 -> annotated(schema, Schema.create(Schema.Type.INT));
            case INT64 -> annotated(schema, Schema.create(Schema.Type.LONG));
            case FLOAT32 -> annotated(schema, Schema.create(Schema.Type.FLOAT));
            case FLOAT64 -> annotated(schema, Schema.create(Schema.Type.DOUBLE));
            case BOOLEAN -> annotated(schema, Schema.create(Schema.Type.BOOLEAN));
            case STRING ->
                isEnum(schema, options) ? symbols(schema) : annotated(schema, Schema.create(Schema.Type.STRING));
            case BYTES -> annotated(schema, Schema.create(Schema.Type.BYTES));
            case ARRAY -> annotated(schema, Schema.createArray(of(schema.valueSchema())));
            case MAP ->
                annotated(
                        schema,
                        isAvroMap(schema, options)
                                ? Schema.createMap(of(schema.valueSchema()))
                                : Schema.createArray(entry(schema)));
            case STRUCT -> isUnion(schema) ? union(schema) : struct(schema);
        };
    }

    private Schema symbols(org.apache.kafka.connect.data.Schema schema) {
        String name = schema.parameters().get(AvroNames.ENUM);
        return named(name, schema, () -> {
            Schema type = Schema.createEnum(
                    name,
                    schema.parameters().get(AvroNames.NAMESPACE + ".enum.doc." + AvroNames.simple(schema)),
                    null,
                    AvroValue.symbols(schema),
                    schema.parameters().get(AvroNames.NAMESPACE + ".enum.default." + AvroNames.simple(schema)));
            return annotated(schema, type);
        });
    }

    private Schema struct(org.apache.kafka.connect.data.Schema schema) {
        String name = schema.name() == null ? AvroNames.simple(schema) : schema.name();
        Known known = records.get(name);
        if (known != null) {
            return known(known, name, schema);
        }
        Map<String, String> parameters = AvroNames.parameters(schema);
        Schema type = Schema.createRecord(
                AvroNames.simple(schema),
                parameters.get(AvroNames.NAMESPACE + ".record.doc"),
                AvroNames.namespace(schema),
                false);
        records.put(name, new Known(schema, type));
        List<Schema.Field> fields = new ArrayList<>();
        for (Field field : schema.fields()) {
            String doc = parameters.get(AvroNames.NAMESPACE + ".field.doc." + field.name());
            fields.add(field(field.name(), field.schema(), doc));
        }
        type.setFields(fields);
        return annotated(schema, type);
    }

    private static Schema known(Known known, String name, org.apache.kafka.connect.data.Schema schema) {
        boolean same = known.origin() == schema || known.origin().fields().equals(schema.fields());
        if (!same) {
            throw new DataException("Two different structs of the record's schema are named " + name
                    + ", which an Avro schema cannot have: name them apart by a transform"
                    + " (SetSchemaMetadata), or use the json format");
        }
        return known.type();
    }

    private Schema named(String name, org.apache.kafka.connect.data.Schema schema, Supplier<Schema> definition) {
        Known known = records.get(name);
        if (known == null) {
            known = new Known(schema, definition.get());
            records.put(name, known);
        }
        return known.type();
    }

    /** Avro's maps have text keys only: other maps are lists of entries. */
    private Schema entry(org.apache.kafka.connect.data.Schema schema) {
        String namespace = schema.name() == null ? AvroNames.NAMESPACE : AvroNames.namespace(schema);
        String name = schema.name() == null ? AvroNames.MAP_ENTRY : AvroNames.simple(schema);
        Schema entry = Schema.createRecord(name, null, namespace, false);
        if (schema.name() != null) {
            entry.addProp("connect.internal.type", AvroNames.MAP_ENTRY);
        }
        entry.setFields(List.of(
                field(AvroNames.KEY, schema.keySchema(), null), field(AvroNames.VALUE, schema.valueSchema(), null)));
        return entry;
    }

    private Schema.Field field(String name, org.apache.kafka.connect.data.Schema schema, String doc) {
        Object otherwise = null;
        if (schema.defaultValue() != null) {
            otherwise = defaults.of(schema, schema.defaultValue());
        } else if (schema.isOptional()) {
            otherwise = JsonProperties.NULL_VALUE;
        }
        return new Schema.Field(name, of(schema), doc, otherwise);
    }

    private Schema annotated(org.apache.kafka.connect.data.Schema schema, Schema type) {
        annotations.add(schema, type, defaults);
        return type;
    }
}
