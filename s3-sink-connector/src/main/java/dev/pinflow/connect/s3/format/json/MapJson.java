package dev.pinflow.connect.s3.format.json;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** JSON knows only text as a member name: maps with other keys become lists of pairs. */
final class MapJson implements SchemaJson {
    private final Schema schema;
    private final SchemaJsons writers;
    private final Names names;
    private final boolean named;
    private SchemaJson keys;
    private SchemaJson values;

    MapJson(Schema schema, SchemaJsons writers) {
        this.schema = schema;
        this.writers = writers;
        this.names = writers.names();
        this.named = schema.keySchema().type() == Schema.Type.STRING;
    }

    @Override
    public void write(Object value, Line out) {
        if (values == null) {
            keys = writers.of(schema.keySchema());
            values = writers.of(schema.valueSchema());
        }
        if (named) {
            writeMembers((Map<?, ?>) value, out);
        } else {
            writePairs((Map<?, ?>) value, out);
        }
    }

    private void writeMembers(Map<?, ?> entries, Line out) {
        out.open('{');
        boolean more = false;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (more) {
                out.symbol(',');
            }
            names.write((String) entry.getKey(), out);
            values.write(entry.getValue(), out);
            more = true;
        }
        out.close('}');
    }

    private void writePairs(Map<?, ?> entries, Line out) {
        out.open('[');
        boolean more = false;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (more) {
                out.symbol(',');
            }
            out.open('[');
            keys.write(entry.getKey(), out);
            out.symbol(',');
            values.write(entry.getValue(), out);
            out.close(']');
            more = true;
        }
        out.close(']');
    }
}
