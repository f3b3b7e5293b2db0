package dev.pinflow.connect.s3.format.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Default values as the objects that Avro turns into the JSON of its schemas. */
final class AvroDefaults {
    private final AvroOptions options;

    AvroDefaults(AvroOptions options) {
        this.options = options;
    }

    Object of(Schema schema, Object value) {
        if (value == null) {
            return JsonProperties.NULL_VALUE;
        }
        return switch (schema.name() == null ? "" : schema.name()) {
            case Decimal.LOGICAL_NAME -> latin1(Decimal.fromLogical(schema, (BigDecimal) value));
            case Date.LOGICAL_NAME -> Date.fromLogical(schema, (java.util.Date) value);
            case Time.LOGICAL_NAME -> Time.fromLogical(schema, (java.util.Date) value);
            case Timestamp.LOGICAL_NAME -> Timestamp.fromLogical(schema, (java.util.Date) value);
            default -> plain(schema, value);
        };
    }

    private Object plain(Schema schema, Object value) {
        return switch (schema.type()) {
            case INT8, INT16, INT32 -> ((Number) value).intValue();
            case INT64, FLOAT32, FLOAT64, BOOLEAN, STRING -> value;
            case BYTES -> latin1(value instanceof ByteBuffer buffer ? AvroValue.copy(buffer) : (byte[]) value);
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                ((List<?>) value).forEach(item -> items.add(of(schema.valueSchema(), item)));
                yield items;
            }
            case MAP -> AvroTypes.isAvroMap(schema, options) ? members(schema, value) : pairs(schema, value);
            case STRUCT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                for (Field field : schema.fields()) {
                    members.put(field.name(), of(field.schema(), ((Struct) value).get(field)));
                }
                yield members;
            }
        };
    }

    private Map<String, Object> members(Schema schema, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> members.put((String) key, of(schema.valueSchema(), item)));
        return members;
    }

    /** Entries as the records that the file holds for them. */
    private List<Object> pairs(Schema schema, Object value) {
        List<Object> pairs = new ArrayList<>();
        ((Map<?, ?>) value).forEach((key, item) -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put(AvroNames.KEY, of(schema.keySchema(), key));
            pair.put(AvroNames.VALUE, of(schema.valueSchema(), item));
            pairs.add(Collections.unmodifiableMap(pair));
        });
        return pairs;
    }

    /** Avro shows bytes in JSON as text of as many characters. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
