package dev.pinflow.connect.s3.field;

import java.util.Optional;
import org.apache.kafka.connect.data.Schema;

/**
 * What a field of a record holds.
 *
 * @param value null when the field, or a struct on the way to it, is
 * @param schema the field's; null where records have none, and below a parent that is null
 */
public record FieldValue(Object value, Schema schema) {
    static final FieldValue NOTHING = new FieldValue(null, null);

    /** Name of the logical type, such as {@code org.apache.kafka.connect.data.Timestamp}. */
    public Optional<String> logicalType() {
        return Optional.ofNullable(schema).map(Schema::name);
    }

    /** How to call the value's type in a message, which never shows the value itself. */
    public String typeName() {
        if (schema != null) {
            return schema.name() == null
                    ? schema.type().getName()
                    : schema.name() + " (" + schema.type().getName() + ")";
        }
        return value == null ? "null" : value.getClass().getSimpleName();
    }
}
