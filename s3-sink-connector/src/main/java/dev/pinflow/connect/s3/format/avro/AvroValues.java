package dev.pinflow.connect.s3.format.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Makes the writers for a schema and the schemas in it; counterpart of {@link AvroTypes}. */
final class AvroValues {
    private final AvroOptions options;
    private final IdentityHashMap<Schema, AvroValue> structs = new IdentityHashMap<>();

    AvroValues(AvroOptions options) {
        this.options = options;
    }

    AvroValue of(Schema schema) {
        if (AvroTypes.isUnion(schema)) {
            return union(schema);
        }
        AvroValue present = present(schema);
        if (!schema.isOptional()) {
            return (value, out) -> present.write(required(schema, value), out);
        }
        int none = AvroTypes.isNullFirst(schema) ? 0 : 1;
        return (value, out) -> {
            out.writeIndex(value == null ? none : 1 - none);
            if (value != null) {
                present.write(value, out);
            }
        };
    }

    private static Object required(Schema schema, Object value) {
        if (value == null) {
            throw new DataException("null in a place whose schema (" + schema.type() + ") allows none");
        }
        return value;
    }

    private AvroValue present(Schema schema) {
        return switch (schema.name() == null ? "" : schema.name()) {
            case Date.LOGICAL_NAME -> (value, out) -> out.writeInt(Date.fromLogical(schema, (java.util.Date) value));
            case Time.LOGICAL_NAME -> (value, out) -> out.writeInt(Time.fromLogical(schema, (java.util.Date) value));
            case Timestamp.LOGICAL_NAME ->
                (value, out) -> out.writeLong(Timestamp.fromLogical(schema, (java.util.Date) value));
            case Decimal.LOGICAL_NAME ->
                (value, out) -> out.writeBytes(Decimal.fromLogical(schema, (BigDecimal) value));
            default -> plain(schema);
        };
    }

    private AvroValue plain(Schema schema) {
        return switch (schema.type()) {
            case INT8 -> (value, out) -> out.writeInt((Byte) value);
            case INT16 -> (value, out) -> out.writeInt((Short) value);
            case INT32 -> (value, out) -> out.writeInt((Integer) value);
            case INT64 -> (value, out) -> out.writeLong((Long) value);
            case FLOAT32 -> (value, out) -> out.writeFloat((Float) value);
            case FLOAT64 -> (value, out) -> out.writeDouble((Double) value);
            case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
            case STRING ->
                AvroTypes.isEnum(schema, options) ? symbol(schema) : (value, out) -> out.writeString((String) value);
            case BYTES ->
                (value, out) ->
                        out.writeBytes(value instanceof ByteBuffer buffer ? AvroValue.copy(buffer) : (byte[]) value);
            case ARRAY -> list(of(schema.valueSchema()));
            case MAP ->
                AvroTypes.isAvroMap(schema, options)
                        ? map((value, out) -> out.writeString((String) value), of(schema.valueSchema()), true)
                        : map(of(schema.keySchema()), of(schema.valueSchema()), false);
            case STRUCT -> structs.computeIfAbsent(schema, unknown -> new StructValue(unknown, this));
        };
    }

    private static AvroValue symbol(Schema schema) {
        List<String> symbols = AvroValue.symbols(schema);
        Map<String, Integer> indexes = new HashMap<>();
        symbols.forEach(symbol -> indexes.put(symbol, indexes.size()));
        return (value, out) -> {
            Integer index = indexes.get((String) value);
            if (index == null) {
                throw new DataException("it is none of the symbols of the enum "
                        + schema.parameters().get(AvroNames.ENUM));
            }
            out.writeEnum(index);
        };
    }

    private static AvroValue list(AvroValue item) {
        return (value, out) -> {
            List<?> items = (List<?>) value;
            out.writeArrayStart();
            out.setItemCount(items.size());
            for (Object each : items) {
                out.startItem();
                item.write(each, out);
            }
            out.writeArrayEnd();
        };
    }

    private static AvroValue map(AvroValue key, AvroValue item, boolean avroMap) {
        return (value, out) -> {
            Map<?, ?> entries = (Map<?, ?>) value;
            if (avroMap) {
                out.writeMapStart();
            } else {
                out.writeArrayStart();
            }
            out.setItemCount(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.startItem();
                key.write(entry.getKey(), out);
                item.write(entry.getValue(), out);
            }
            if (avroMap) {
                out.writeMapEnd();
            } else {
                out.writeArrayEnd();
            }
        };
    }

    /** A struct whose fields are the branches: the one that is set is the value. */
    private AvroValue union(Schema schema) {
        Field[] fields = schema.fields().toArray(Field[]::new);
        AvroValue[] branches =
                schema.fields().stream().map(field -> present(field.schema())).toArray(AvroValue[]::new);
        int first = schema.isOptional() ? 1 : 0;
        return (value, out) -> {
            for (int i = 0; value != null && i < fields.length; i++) {
                Object branch = ((Struct) value).get(fields[i]);
                if (branch != null) {
                    out.writeIndex(first + i);
                    branches[i].write(branch, out);
                    return;
                }
            }
            if (!schema.isOptional()) {
                throw new DataException("none of the branches of a union is set");
            }
            out.writeIndex(0);
        };
    }
}
