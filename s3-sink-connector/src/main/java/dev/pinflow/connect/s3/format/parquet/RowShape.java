package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.format.RecordPart;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of one object: a value's fields are the columns, while a key or a list of headers is all that its row has. A
 * key may always be null, whatever its schema says.
 */
final class RowShape {
    private final Schema schema;
    private final MessageType message;
    private final ValueWriter writer;
    private final LogicalValues logicalValues;

    private RowShape(Schema schema, MessageType message, ValueWriter writer) {
        this.schema = schema;
        this.message = message;
        this.writer = writer;
        this.logicalValues = new LogicalValues(schema);
    }

    /** @throws DataException when Parquet has no rows for the schema */
    static RowShape of(RecordPart part, Schema schema) {
        return switch (part) {
            case VALUE -> {
                StructFields fields = new StructFields(schema);
                yield new RowShape(
                        schema, ParquetTypes.message(schema), (value, out) -> fields.write((Struct) value, out));
            }
            case KEY -> only("RecordKey", "key", schema, true);
            case HEADERS -> only("RecordHeaders", "headers", schema, false);
        };
    }

    private static RowShape only(String name, String field, Schema schema, boolean optional) {
        ValueWriter writer = ValueWriter.of(schema);
        return new RowShape(
                schema,
                ParquetTypes.message(name, field, schema, optional),
                (value, out) -> ValueWriter.member(field, 0, value, writer, out));
    }

    Schema schema() {
        return schema;
    }

    MessageType message() {
        return message;
    }

    /**
     * Finds everything that can fail, as a row that fails half-way would damage the file.
     *
     * @param value neither null nor of another schema than these rows
     * @throws DataException when the value cannot be written
     */
    void check(Object value) {
        if (value instanceof Struct struct) {
            struct.validate();
        } else {
            ConnectSchema.validateValue(schema, value);
        }
        logicalValues.check(value);
    }

    /** @param value one that was checked; a key also null */
    void write(Object value, RecordConsumer out) {
        out.startMessage();
        writer.write(value, out);
        out.endMessage();
    }
}
