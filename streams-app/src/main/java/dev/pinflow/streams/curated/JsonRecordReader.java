package dev.pinflow.streams.curated;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the form that {@link JsonSerde} describes; texts become {@link String}s. Thread-safe. */
final class JsonRecordReader implements Deserializer<GenericRecord> {
    /** A text that was written can be read, however long; the topic bounds the record. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private record Kind(String topicEnd, Schema schema) {}

    private static final List<Kind> KINDS = Stream.of(Entity.values())
            .map(entity -> new Kind(".curated." + entity.suffix(), CuratedSchemas.of(entity)))
            .toList();

    @Override
    public GenericRecord deserialize(String topic, byte[] value) {
        if (value == null) {
            return null;
        }
        Schema schema = schema(topic);
        try (JsonParser json = JSON.createParser(value)) {
            GenericRecord record = record(json, schema);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "something follows the object.");
            }
            return record;
        } catch (IOException e) {
            String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new SerializationException(
                    "A record in the topic " + topic + " is no curated record in JSON: " + why, e);
        }
    }

    private static Schema schema(String topic) {
        for (Kind kind : KINDS) {
            if (topic.endsWith(kind.topicEnd)) {
                return kind.schema;
            }
        }
        throw new SerializationException("The topic " + topic + " is no curated topic, whose names end in "
                + String.join(" or ", KINDS.stream().map(Kind::topicEnd).toList()) + ".");
    }

    private static GenericRecord record(JsonParser json, Schema schema) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "it is not an object.");
        }
        GenericData.Record record = new GenericData.Record(schema);
        boolean[] present = new boolean[schema.getFields().size()];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Schema.Field field = schema.getField(json.currentName());
            if (field == null) {
                throw new JsonParseException(
                        json, "the schema " + schema.getName() + " has no member '" + json.currentName() + "'.");
            }
            json.nextToken();
            record.put(field.pos(), value(json, field.name(), field.schema()));
            present[field.pos()] = true;
        }
        for (Schema.Field field : schema.getFields()) {
            if (!present[field.pos()]) {
                record.put(field.pos(), ofMissing(json, field));
            }
        }
        return record;
    }

    private static Object ofMissing(JsonParser json, Schema.Field field) throws IOException {
        if (!field.hasDefaultValue()) {
            throw new JsonParseException(json, "the member '" + field.name() + "' is missing.");
        }
        return GenericData.get().getDefaultValue(field);
    }

    /** The value at which the parser stands. */
    private static Object value(JsonParser json, String member, Schema schema) throws IOException {
        JsonToken token = json.currentToken();
        switch (schema.getType()) {
            case UNION -> {
                return token == JsonToken.VALUE_NULL ? null : value(json, member, Nullable.type(schema));
            }
            case INT, LONG -> {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    return whole(json, schema);
                }
            }
            case DOUBLE -> {
                if (token.isNumeric() && Double.isFinite(json.getDoubleValue())) {
                    return json.getDoubleValue();
                }
            }
            case STRING -> {
                if (token == JsonToken.VALUE_STRING) {
                    return json.getText();
                }
            }
            case ARRAY -> {
                if (token == JsonToken.START_ARRAY) {
                    return array(json, member, schema.getElementType());
                }
            }
            default -> {
                // No curated schema has such a type.
            }
        }
        throw new JsonParseException(
                json,
                "the member '" + member + "' must be of the type "
                        + schema.getType().getName() + ".");
    }

    /** Jackson refuses what is out of the type's range. */
    private static Number whole(JsonParser json, Schema schema) throws IOException {
        if (schema.getType() == Schema.Type.INT) {
            return json.getIntValue();
        }
        return json.getLongValue();
    }

    private static List<Object> array(JsonParser json, String member, Schema elements) throws IOException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json, member, elements));
        }
        return values;
    }
}
