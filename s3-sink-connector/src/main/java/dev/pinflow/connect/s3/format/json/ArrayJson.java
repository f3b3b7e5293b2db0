package dev.pinflow.connect.s3.format.json;

import java.util.List;
import org.apache.kafka.connect.data.Schema;

final class ArrayJson implements SchemaJson {
    private final Schema schema;
    private final SchemaJsons writers;
    private SchemaJson items;

    ArrayJson(Schema items, SchemaJsons writers) {
        this.schema = items;
        this.writers = writers;
    }

    @Override
    public void write(Object value, Line out) {
        if (items == null) {
            items = writers.of(schema);
        }
        out.open('[');
        boolean more = false;
        for (Object item : (List<?>) value) {
            if (more) {
                out.symbol(',');
            }
            items.write(item, out);
            more = true;
        }
        out.close(']');
    }
}
