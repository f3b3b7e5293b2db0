package dev.pinflow.connect.s3.format.parquet;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes one value that is not null; which one is decided per schema, not per record. */
@FunctionalInterface
interface ValueWriter {
    void write(Object value, RecordConsumer out);

    static ValueWriter of(Schema schema) {
        String logicalName = schema.name() == null ? "" : schema.name();
        return switch (logicalName) {
            case Date.LOGICAL_NAME -> (value, out) -> out.addInteger(Date.fromLogical(schema, (java.util.Date) value));
            case Time.LOGICAL_NAME -> (value, out) -> out.addInteger(Time.fromLogical(schema, (java.util.Date) value));
            case Timestamp.LOGICAL_NAME ->
                (value, out) -> out.addLong(Timestamp.fromLogical(schema, (java.util.Date) value));
            case Decimal.LOGICAL_NAME ->
                (value, out) ->
                        out.addBinary(Binary.fromConstantByteArray(Decimal.fromLogical(schema, (BigDecimal) value)));
            default -> plain(schema);
        };
    }

    private static ValueWriter plain(Schema schema) {
        return switch (schema.type()) {
            case INT8, INT16, INT32 -> (value, out) -> out.addInteger(((Number) value).intValue());
            case INT64 -> (value, out) -> out.addLong((Long) value);
            case FLOAT32 -> (value, out) -> out.addFloat((Float) value);
            case FLOAT64 -> (value, out) -> out.addDouble((Double) value);
            case BOOLEAN -> (value, out) -> out.addBoolean((Boolean) value);
            case STRING -> (value, out) -> out.addBinary(text((String) value));
            case BYTES -> (value, out) -> out.addBinary(binary(value));
            case ARRAY -> list(of(schema.valueSchema()));
            case MAP -> map(of(schema.keySchema()), of(schema.valueSchema()));
            case STRUCT -> struct(new StructFields(schema));
        };
    }

    /** Takes less heap in dictionaries than Parquet's own text, and never fails: half a surrogate pair becomes ?. */
    private static Binary text(String value) {
        return Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Binary binary(Object value) {
        return value instanceof ByteBuffer buffer
                ? Binary.fromConstantByteBuffer(buffer.duplicate())
                : Binary.fromConstantByteArray((byte[]) value);
    }

    private static ValueWriter struct(StructFields fields) {
        return (value, out) -> {
            out.startGroup();
            fields.write((Struct) value, out);
            out.endGroup();
        };
    }

    private static ValueWriter list(ValueWriter element) {
        return (value, out) -> {
            out.startGroup();
            List<?> items = (List<?>) value;
            // Parquet has no empty field: an empty list is its outer group without the repeated one.
            if (!items.isEmpty()) {
                out.startField("list", 0);
                for (Object item : items) {
                    out.startGroup();
                    member(ParquetTypes.LIST_ELEMENT, 0, item, element, out);
                    out.endGroup();
                }
                out.endField("list", 0);
            }
            out.endGroup();
        };
    }

    private static ValueWriter map(ValueWriter key, ValueWriter element) {
        return (value, out) -> {
            out.startGroup();
            Map<?, ?> entries = (Map<?, ?>) value;
            if (!entries.isEmpty()) {
                out.startField("key_value", 0);
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    out.startGroup();
                    member(ParquetTypes.MAP_KEY, 0, entry.getKey(), key, out);
                    member(ParquetTypes.MAP_VALUE, 1, entry.getValue(), element, out);
                    out.endGroup();
                }
                out.endField("key_value", 0);
            }
            out.endGroup();
        };
    }

    static void member(String name, int index, Object value, ValueWriter writer, RecordConsumer out) {
        if (value != null) {
            out.startField(name, index);
            writer.write(value, out);
            out.endField(name, index);
        }
    }
}
