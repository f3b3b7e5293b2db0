package dev.pinflow.connect.s3.format.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.mapType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timeType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Connect schemas as Parquet types: three-level lists, maps as {@code key_value} groups, instants in milliseconds UTC.
 * Integers narrower than 32 bits are plain {@code int32}, which is what Confluent's sink writes too.
 */
final class ParquetTypes {
    static final String LIST_ELEMENT = "element";
    static final String MAP_KEY = "key";
    static final String MAP_VALUE = "value";

    /** Deeper than any real record; a schema beyond it refers to itself, which Parquet cannot express. */
    private static final int DEEPEST = 64;

    /** What readers can hold; used when the schema does not say how many digits its decimals have. */
    private static final int LARGEST_PRECISION = 38;

    private ParquetTypes() {}

    static MessageType message(Schema schema) {
        return new MessageType(schema.name() == null ? "record" : schema.name(), members(schema, 0));
    }

    /** Rows of a single field. */
    static MessageType message(String name, String field, Schema schema, boolean optional) {
        return new MessageType(name, type(field, schema, optional || schema.isOptional(), 1));
    }

    private static List<Type> members(Schema schema, int depth) {
        if (schema.fields().isEmpty()) {
            throw new DataException("Parquet has no type for a struct without fields"
                    + (schema.name() == null ? "" : " (" + schema.name() + ")")
                    + ": drop that field by a transform, or use the JSON format");
        }
        return schema.fields().stream()
                .map(field -> type(field.name(), field.schema(), depth + 1))
                .toList();
    }

    private static Type type(String name, Schema schema, int depth) {
        return type(name, schema, schema.isOptional(), depth);
    }

    private static Type type(String name, Schema schema, boolean optional, int depth) {
        if (depth > DEEPEST) {
            throw new DataException("The schema nests deeper than " + DEEPEST + " levels at field " + name
                    + ", so it probably refers to itself, which Parquet cannot express: use the JSON format");
        }
        Type.Repetition repetition = optional ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        LogicalTypeAnnotation logical = logical(schema);
        return switch (schema.type()) {
            case INT8, INT16, INT32 -> primitive(PrimitiveTypeName.INT32, repetition, logical, name);
            case INT64 -> primitive(PrimitiveTypeName.INT64, repetition, logical, name);
            case FLOAT32 -> primitive(PrimitiveTypeName.FLOAT, repetition, null, name);
            case FLOAT64 -> primitive(PrimitiveTypeName.DOUBLE, repetition, null, name);
            case BOOLEAN -> primitive(PrimitiveTypeName.BOOLEAN, repetition, null, name);
            case STRING -> primitive(PrimitiveTypeName.BINARY, repetition, stringType(), name);
            case BYTES -> primitive(PrimitiveTypeName.BINARY, repetition, logical, name);
            case ARRAY ->
                ConversionPatterns.listOfElements(
                        repetition, name, type(LIST_ELEMENT, schema.valueSchema(), depth + 1));
            case MAP ->
                Types.buildGroup(repetition)
                        .as(mapType())
                        .addField(entries(schema, depth + 1))
                        .named(name);
            case STRUCT -> new GroupType(repetition, name, members(schema, depth));
        };
    }

    private static Type entries(Schema schema, int depth) {
        return new GroupType(
                Type.Repetition.REPEATED,
                "key_value",
                mapKey(schema.keySchema(), depth),
                type(MAP_VALUE, schema.valueSchema(), depth));
    }

    private static Type mapKey(Schema schema, int depth) {
        if (schema.isOptional()) {
            throw new DataException("Parquet map keys cannot be optional, as those of this record's map are:"
                    + " make them required by a transform, or use the JSON format");
        }
        return type(MAP_KEY, schema, depth);
    }

    private static Type primitive(
            PrimitiveTypeName type, Type.Repetition repetition, LogicalTypeAnnotation logical, String name) {
        return Types.primitive(type, repetition).as(logical).named(name);
    }

    /** The annotation of Connect's own logical types; null for every other schema. */
    private static LogicalTypeAnnotation logical(Schema schema) {
        if (schema.name() == null) {
            return null;
        }
        return switch (schema.name()) {
            case Date.LOGICAL_NAME -> dateType();
            case Time.LOGICAL_NAME -> timeType(true, TimeUnit.MILLIS);
            case Timestamp.LOGICAL_NAME -> timestampType(true, TimeUnit.MILLIS);
            case Decimal.LOGICAL_NAME -> decimal(schema.parameters());
            default -> null;
        };
    }

    private static LogicalTypeAnnotation decimal(Map<String, String> parameters) {
        int scale = Integer.parseInt(parameters.get(Decimal.SCALE_FIELD));
        String precision = parameters.get("connect.decimal.precision");
        int digits = precision == null ? LARGEST_PRECISION : Integer.parseInt(precision);
        if (scale < 0) {
            throw new DataException("Parquet decimals cannot have the negative scale " + scale
                    + ": change the field's scale by a transform, or use the JSON format");
        }
        return decimalType(scale, Math.max(digits, scale));
    }
}
