package dev.pinflow.connect.s3.format.json;

import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Field names are escaped once; the fields' writers are found when they are first needed, as schemas may nest themselves. */
final class StructJson implements SchemaJson {
    private final List<Field> declared;
    private final SchemaJsons writers;
    private Member[] members;

    StructJson(Schema schema, SchemaJsons writers) {
        this.declared = schema.fields();
        this.writers = writers;
    }

    @Override
    public void write(Object value, Line out) {
        if (members == null) {
            members = declared.stream().map(this::member).toArray(Member[]::new);
        }
        Struct struct = (Struct) value;
        out.open('{');
        for (int i = 0; i < members.length; i++) {
            if (i > 0) {
                out.symbol(',');
            }
            out.raw(members[i].name);
            members[i].writer.write(struct.get(members[i].field), out);
        }
        out.close('}');
    }

    private Member member(Field field) {
        return new Member(field, Names.encoded(field.name()), writers.of(field.schema()));
    }

    private static final class Member {
        final Field field;
        final byte[] name;
        final SchemaJson writer;

        Member(Field field, byte[] name, SchemaJson writer) {
            this.field = field;
            this.name = name;
            this.writer = writer;
        }
    }
}
