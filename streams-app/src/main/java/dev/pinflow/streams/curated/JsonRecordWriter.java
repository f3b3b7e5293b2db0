package dev.pinflow.streams.curated;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the form that {@link JsonSerde} describes. Thread-safe. */
final class JsonRecordWriter implements Serializer<GenericRecord> {
    /** The double's own text is not always the shortest before Java 19; Jackson's is. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final int USUAL_BYTES = 1024;

    @Override
    public byte[] serialize(String topic, GenericRecord record) {
        if (record == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (Schema.Field field : record.getSchema().getFields()) {
                json.writeFieldName(field.name());
                write(json, field.schema(), record.get(field.pos()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new SerializationException(
                    "A record for the topic " + topic + " cannot be written as JSON: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (schema.isUnion()) {
            writeNullable(json, schema, value);
        } else if (value instanceof Integer number && schema.getType() == Schema.Type.INT) {
            json.writeNumber(number);
        } else if (value instanceof Long number && schema.getType() == Schema.Type.LONG) {
            json.writeNumber(number);
        } else if (value instanceof Double number
                && schema.getType() == Schema.Type.DOUBLE
                && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (value instanceof CharSequence text && schema.getType() == Schema.Type.STRING) {
            json.writeString(text.toString());
        } else if (value instanceof List<?> elements && schema.getType() == Schema.Type.ARRAY) {
            writeArray(json, schema, elements);
        } else {
            throw new JsonGenerationException(
                    "the member '" + json.getOutputContext().getCurrentName() + "' holds what is no "
                            + schema.getType().getName() + " in JSON.",
                    json);
        }
    }

    private static void writeNullable(JsonGenerator json, Schema union, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            write(json, Nullable.type(union), value);
        }
    }

    private static void writeArray(JsonGenerator json, Schema schema, List<?> elements) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            write(json, schema.getElementType(), element);
        }
        json.writeEndArray();
    }
}
