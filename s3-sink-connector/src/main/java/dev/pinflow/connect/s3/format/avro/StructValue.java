package dev.pinflow.connect.s3.format.avro;

import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** The fields' writers are made when they are first needed, as schemas may nest themselves. */
final class StructValue implements AvroValue {
    private final Schema schema;
    private final AvroValues values;
    private Schema lastAccepted;
    private Field[] fields;
    private AvroValue[] writers;

    StructValue(Schema schema, AvroValues values) {
        this.schema = schema;
        this.values = values;
        this.lastAccepted = schema;
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Struct struct = (Struct) value;
        accept(struct.schema());
        if (writers == null) {
            List<Field> declared = schema.fields();
            fields = declared.toArray(Field[]::new);
            writers = declared.stream().map(field -> values.of(field.schema())).toArray(AvroValue[]::new);
        }
        for (int i = 0; i < fields.length; i++) {
            writers[i].write(struct.get(fields[i]), out);
        }
    }

    /** Bytes of another schema would be read as something else. */
    private void accept(Schema given) {
        if (given != lastAccepted) {
            if (!given.equals(schema)) {
                throw new DataException("it holds a struct of another schema than the object's");
            }
            lastAccepted = given;
        }
    }
}
