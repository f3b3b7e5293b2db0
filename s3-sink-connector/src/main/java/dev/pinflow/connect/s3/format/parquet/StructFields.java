package dev.pinflow.connect.s3.format.parquet;

import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.parquet.io.api.RecordConsumer;

/** The fields of one struct schema with the writers of their values, resolved once per object. */
final class StructFields {
    private final Field[] fields;
    private final ValueWriter[] writers;

    StructFields(Schema schema) {
        List<Field> declared = schema.fields();
        this.fields = declared.toArray(Field[]::new);
        this.writers =
                declared.stream().map(field -> ValueWriter.of(field.schema())).toArray(ValueWriter[]::new);
    }

    void write(Struct struct, RecordConsumer out) {
        for (int i = 0; i < fields.length; i++) {
            Object value = struct.get(fields[i]);
            if (value != null) {
                out.startField(fields[i].name(), i);
                writers[i].write(value, out);
                out.endField(fields[i].name(), i);
            }
        }
    }
}
