package dev.pinflow.connect.s3.format.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.IdentityHashMap;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/**
 * The writers of the schemas that have come by, in the form of Kafka's JsonConverter with {@code schemas.enable=false}.
 *
 * <p>Converters and transforms mostly deliver one schema instance again and again, so instances are what is looked up.
 */
final class SchemaJsons {
    private final DecimalText decimals;
    private final int limit;
    private final Names names = new Names();
    private final IdentityHashMap<Schema, SchemaJson> known = new IdentityHashMap<>();

    /** @param limit how many schemas are remembered at most; all are forgotten when there are more */
    SchemaJsons(DecimalText decimals, int limit) {
        this.decimals = decimals;
        this.limit = limit;
    }

    Names names() {
        return names;
    }

    SchemaJson of(Schema schema) {
        SchemaJson writer = known.get(schema);
        if (writer == null) {
            writer = orNull(schema, present(schema));
            if (known.size() >= limit) {
                // A transform that makes a schema per record must not fill the heap.
                known.clear();
            }
            known.put(schema, writer);
        }
        return writer;
    }

    private static SchemaJson orNull(Schema schema, SchemaJson present) {
        Object otherwise = schema.defaultValue();
        return (given, out) -> {
            Object value = given == null ? otherwise : given;
            if (value != null) {
                present.write(value, out);
            } else if (schema.isOptional()) {
                out.none();
            } else {
                throw new DataException("null in a place whose schema (" + schema.type() + ") allows none");
            }
        };
    }

    private SchemaJson present(Schema schema) {
        return switch (schema.name() == null ? "" : schema.name()) {
            case Decimal.LOGICAL_NAME -> decimal(schema);
            case Date.LOGICAL_NAME -> (value, out) -> out.number(Date.fromLogical(schema, (java.util.Date) value));
            case Time.LOGICAL_NAME -> (value, out) -> out.number(Time.fromLogical(schema, (java.util.Date) value));
            case Timestamp.LOGICAL_NAME ->
                (value, out) -> out.number(Timestamp.fromLogical(schema, (java.util.Date) value));
            default -> plain(schema);
        };
    }

    private SchemaJson decimal(Schema schema) {
        return switch (decimals) {
            case BASE64 -> (value, out) -> writeBase64(Decimal.fromLogical(schema, (BigDecimal) value), out);
            case NUMERIC -> (value, out) -> out.ascii(value.toString());
        };
    }

    private SchemaJson plain(Schema schema) {
        return switch (schema.type()) {
            case INT8 -> (value, out) -> out.number((Byte) value);
            case INT16 -> (value, out) -> out.number((Short) value);
            case INT32 -> (value, out) -> out.number((Integer) value);
            case INT64 -> (value, out) -> out.number((Long) value);
            case FLOAT32 -> (value, out) -> out.number((Float) value);
            case FLOAT64 -> (value, out) -> out.number((Double) value);
            case BOOLEAN -> (value, out) -> out.flag((Boolean) value);
            case STRING -> (value, out) -> out.string(((CharSequence) value).toString());
            case BYTES -> SchemaJsons::writeBytes;
            case ARRAY -> new ArrayJson(schema.valueSchema(), this);
            case MAP -> new MapJson(schema, this);
            case STRUCT -> new StructJson(schema, this);
        };
    }

    private static void writeBytes(Object value, Line out) {
        if (value instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            writeBase64(copy, out);
        } else {
            writeBase64((byte[]) value, out);
        }
    }

    /** Base64 has no characters that JSON escapes. */
    static void writeBase64(byte[] bytes, Line out) {
        out.symbol('"');
        out.raw(Base64.getEncoder().encode(bytes));
        out.symbol('"');
    }
}
