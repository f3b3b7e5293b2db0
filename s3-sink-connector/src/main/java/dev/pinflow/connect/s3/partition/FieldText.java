package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.field.FieldPath;
import dev.pinflow.connect.s3.field.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.errors.DataException;

/**
 * How the value of a field shows in an object's key. Strings stand as they are, a slash in them makes a folder. Times and
 * timestamps are in ISO-8601's basic form, because Hadoop refuses paths with colons.
 */
final class FieldText {
    private static final DateTimeFormatter TIME = utc("HHmmss.SSS");
    private static final DateTimeFormatter TIMESTAMP = utc("uuuuMMdd'T'HHmmss.SSS'Z'");

    private FieldText() {}

    /** @throws DataException when values of this type make no folders */
    static String of(FieldPath path, FieldValue field) {
        Object value = field.value();
        if (value instanceof String text) {
            return text;
        }
        if (value == null || value instanceof Boolean || isInteger(value)) {
            return String.valueOf(value);
        }
        if (value instanceof Date moment) {
            return moment(field, moment.toInstant());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        throw new DataException("The field " + path.name() + ", which partition.field.name names, has the type "
                + field.typeName() + ": folders are made of strings, integers, booleans, decimals, dates and times;"
                + " name another field, or convert this one with a transform such as Cast");
    }

    private static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static String moment(FieldValue field, Instant moment) {
        return switch (field.logicalType().orElse("")) {
            case org.apache.kafka.connect.data.Date.LOGICAL_NAME ->
                moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case Time.LOGICAL_NAME -> TIME.format(moment);
            default -> TIMESTAMP.format(moment);
        };
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
