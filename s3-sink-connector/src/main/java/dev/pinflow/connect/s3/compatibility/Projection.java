package dev.pinflow.connect.s3.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Shows a value of one schema in another one that it fits. */
final class Projection {
    private Projection() {}

    /** @param value may be null where the source schema says so */
    static Object of(Schema source, Object value, Schema target) {
        if (value == null) {
            return target.isOptional() ? null : target.defaultValue();
        }
        if (source == target) {
            return value;
        }
        return switch (target.type()) {
            case STRUCT -> struct((Struct) value, target);
            case ARRAY -> array(source, (List<?>) value, target);
            case MAP -> map(source, (Map<?, ?>) value, target);
            case INT16, INT32, INT64, FLOAT32, FLOAT64 -> number(source, value, target);
            case INT8, BOOLEAN, STRING, BYTES -> value;
        };
    }

    private static Struct struct(Struct value, Schema target) {
        Struct projected = new Struct(target);
        for (Field field : target.fields()) {
            Field source = value.schema().field(field.name());
            if (source != null) {
                projected.put(field, of(source.schema(), value.get(source), field.schema()));
            } else if (!field.schema().isOptional()) {
                projected.put(field, field.schema().defaultValue());
            }
        }
        return projected;
    }

    private static List<Object> array(Schema source, List<?> value, Schema target) {
        List<Object> projected = new ArrayList<>(value.size());
        for (Object item : value) {
            projected.add(of(source.valueSchema(), item, target.valueSchema()));
        }
        return projected;
    }

    private static Map<Object, Object> map(Schema source, Map<?, ?> value, Schema target) {
        Map<Object, Object> projected = new LinkedHashMap<>();
        value.forEach((key, item) -> projected.put(
                of(source.keySchema(), key, target.keySchema()), of(source.valueSchema(), item, target.valueSchema())));
        return projected;
    }

    /** Logical values, such as dates, have their type already. */
    private static Object number(Schema source, Object value, Schema target) {
        if (source.type() == target.type() || !(value instanceof Number number)) {
            return value;
        }
        return switch (target.type()) {
            case INT16 -> number.shortValue();
            case INT32 -> number.intValue();
            case INT64 -> number.longValue();
            case FLOAT32 -> number.floatValue();
            case FLOAT64 -> number.doubleValue();
            case INT8, BOOLEAN, STRING, BYTES, ARRAY, MAP, STRUCT -> value;
        };
    }
}
