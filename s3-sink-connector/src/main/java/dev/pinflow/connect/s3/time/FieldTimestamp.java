package dev.pinflow.connect.s3.time;

import dev.pinflow.connect.s3.field.FieldPath;
import dev.pinflow.connect.s3.field.FieldValue;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** A field of the record's value: a moment, a number of milliseconds since 1970, or a text of either. */
final class FieldTimestamp implements TimestampExtractor {
    private final FieldPath path;
    private final TimestampText texts = new TimestampText();

    FieldTimestamp(FieldPath path) {
        this.path = path;
    }

    @Override
    public long timestamp(SinkRecord sinkRecord, long now) {
        FieldValue field = path.in(sinkRecord);
        Object value = field.value();
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text) {
            return parsed(text);
        }
        if (value instanceof Date moment && !isTimeOfDay(field)) {
            return moment.toInstant().toEpochMilli();
        }
        if (value instanceof Number number && isMilliseconds(field, number)) {
            return number.longValue();
        }
        throw unusable(value == null ? "is null" : "has the type " + field.typeName());
    }

    private long parsed(String text) {
        try {
            return texts.millis(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw unusable("holds a text that is neither a number of milliseconds nor an ISO-8601 time");
        }
    }

    private DataException unusable(String reason) {
        return new DataException(
                "The field " + path.name() + ", which timestamp.field names, " + reason + ": it must be"
                        + " a Timestamp or Date, an int32 or int64 of milliseconds since 1970, or a text such as"
                        + " 2025-01-31T10:15:30Z");
    }

    private static boolean isTimeOfDay(FieldValue field) {
        return field.schema() != null && Time.LOGICAL_NAME.equals(field.schema().name());
    }

    /** Where there are no schemas, JSON parsers choose the type of a number by how it is written: 1.7E12 is a double. */
    private static boolean isMilliseconds(FieldValue field, Number number) {
        if (field.schema() == null) {
            return Double.isFinite(number.doubleValue());
        }
        return field.schema().type() == Schema.Type.INT32;
    }
}
