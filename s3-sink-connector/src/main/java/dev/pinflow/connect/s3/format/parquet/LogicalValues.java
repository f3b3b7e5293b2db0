package dev.pinflow.connect.s3.format.parquet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;

/**
 * Finds values that Connect's own validation lets pass but that cannot be encoded: dates with a time of day, times with
 * a day, decimals of another scale than their schema's. Schemas without such types cost nothing.
 */
final class LogicalValues {
    private final Schema schema;
    private final boolean needed;

    LogicalValues(Schema schema) {
        this.schema = schema;
        this.needed = canFail(schema);
    }

    /**
     * Checks a value that Connect's own validation has passed.
     *
     * @throws org.apache.kafka.connect.errors.DataException when it holds a value that cannot be encoded
     */
    void check(Object value) {
        if (needed) {
            check(schema, value);
        }
    }

    private static boolean canFail(Schema schema) {
        return switch (schema.type()) {
            case ARRAY -> canFail(schema.valueSchema());
            case MAP -> canFail(schema.keySchema()) || canFail(schema.valueSchema());
            case STRUCT -> schema.fields().stream().anyMatch(field -> canFail(field.schema()));
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOLEAN, STRING, BYTES ->
                Decimal.LOGICAL_NAME.equals(schema.name())
                        || Date.LOGICAL_NAME.equals(schema.name())
                        || Time.LOGICAL_NAME.equals(schema.name());
        };
    }

    private static void check(Schema schema, Object value) {
        if (value == null) {
            return;
        }
        switch (schema.type()) {
            case ARRAY -> ((List<?>) value).forEach(item -> check(schema.valueSchema(), item));
            case MAP ->
                ((Map<?, ?>) value).forEach((key, item) -> {
                    check(schema.keySchema(), key);
                    check(schema.valueSchema(), item);
                });
            case STRUCT -> {
                for (Field field : schema.fields()) {
                    check(field.schema(), ((Struct) value).get(field));
                }
            }
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOLEAN, STRING, BYTES -> encode(schema, value);
        }
    }

    private static void encode(Schema schema, Object value) {
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            Decimal.fromLogical(schema, (BigDecimal) value);
        } else if (Date.LOGICAL_NAME.equals(schema.name())) {
            Date.fromLogical(schema, (java.util.Date) value);
        } else if (Time.LOGICAL_NAME.equals(schema.name())) {
            Time.fromLogical(schema, (java.util.Date) value);
        }
    }
}
