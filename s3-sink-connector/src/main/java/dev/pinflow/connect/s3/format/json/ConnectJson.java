package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
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

/** Streams data that has a Connect schema in the form of Kafka's JsonConverter with {@code schemas.enable=false}. */
final class ConnectJson {
    private final DecimalText decimals;

    ConnectJson(DecimalText decimals) {
        this.decimals = decimals;
    }

    void write(Schema schema, Object given, JsonGenerator out) throws IOException {
        Object value = given == null ? schema.defaultValue() : given;
        if (value == null) {
            writeNull(schema, out);
        } else if (schema.name() == null || !writeLogical(schema, value, out)) {
            writePlain(schema, value, out);
        }
    }

    private static void writeNull(Schema schema, JsonGenerator out) throws IOException {
        if (!schema.isOptional()) {
            throw new DataException("null in a place whose schema (" + schema.type() + ") allows none");
        }
        out.writeNull();
    }

    private boolean writeLogical(Schema schema, Object value, JsonGenerator out) throws IOException {
        switch (schema.name()) {
            case Decimal.LOGICAL_NAME -> writeDecimal(schema, (BigDecimal) value, out);
            case Date.LOGICAL_NAME -> out.writeNumber(Date.fromLogical(schema, (java.util.Date) value));
            case Time.LOGICAL_NAME -> out.writeNumber(Time.fromLogical(schema, (java.util.Date) value));
            case Timestamp.LOGICAL_NAME -> out.writeNumber(Timestamp.fromLogical(schema, (java.util.Date) value));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void writeDecimal(Schema schema, BigDecimal value, JsonGenerator out) throws IOException {
        switch (decimals) {
            case BASE64 -> out.writeBinary(Decimal.fromLogical(schema, value));
            case NUMERIC -> out.writeNumber(value);
        }
    }

    private void writePlain(Schema schema, Object value, JsonGenerator out) throws IOException {
        switch (schema.type()) {
            case INT8 -> out.writeNumber((Byte) value);
            case INT16 -> out.writeNumber((Short) value);
            case INT32 -> out.writeNumber((Integer) value);
            case INT64 -> out.writeNumber((Long) value);
            case FLOAT32 -> out.writeNumber((Float) value);
            case FLOAT64 -> out.writeNumber((Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case STRING -> out.writeString(((CharSequence) value).toString());
            case BYTES -> writeBytes(value, out);
            case ARRAY -> writeArray(schema, (List<?>) value, out);
            case MAP -> writeMap(schema, (Map<?, ?>) value, out);
            case STRUCT -> writeStruct(schema, (Struct) value, out);
        }
    }

    private static void writeBytes(Object value, JsonGenerator out) throws IOException {
        if (value instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            out.writeBinary(copy);
        } else {
            out.writeBinary((byte[]) value);
        }
    }

    private void writeArray(Schema schema, List<?> items, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(schema.valueSchema(), item, out);
        }
        out.writeEndArray();
    }

    private void writeMap(Schema schema, Map<?, ?> entries, JsonGenerator out) throws IOException {
        if (schema.keySchema().type() == Schema.Type.STRING) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(schema.valueSchema(), entry.getValue(), out);
            }
            out.writeEndObject();
            return;
        }
        // JSON knows only text as a member name: other keys become pairs.
        out.writeStartArray();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.writeStartArray();
            write(schema.keySchema(), entry.getKey(), out);
            write(schema.valueSchema(), entry.getValue(), out);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private void writeStruct(Schema schema, Struct struct, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Field field : schema.fields()) {
            out.writeFieldName(field.name());
            write(field.schema(), struct.get(field), out);
        }
        out.writeEndObject();
    }
}
