package dev.pinflow.connect.s3.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ObjectSchemaTest {
    private static final Schema OLD = schema(1, Schema.INT32_SCHEMA);
    private static final Schema NEW = schema(2, Schema.INT64_SCHEMA);

    private final ObjectSchema objectSchema = new ObjectSchema(SchemaCompatibility.BACKWARD);

    @Test
    void isTheOneOfTheFirstRecordWithAValue() {
        SinkRecord empty = new SinkRecord("t", 0, null, null, null, null, 0);
        assertThat(objectSchema.accepts(empty)).isTrue();
        objectSchema.added(empty);
        assertThat(objectSchema.accepts(of(NEW, 1L))).isTrue();
        objectSchema.added(of(NEW, 1L));
        assertThat(objectSchema.accepts(empty)).isTrue();
        assertThat(objectSchema.accepts(of(null, "text"))).isFalse();
    }

    @Test
    void answersTheSameEveryTimeWhenSchemasAlternate() {
        objectSchema.added(of(NEW, 1L));
        Schema incompatible = schema(1, Schema.STRING_SCHEMA);
        SinkRecord fitting = of(OLD, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(objectSchema.accepts(of(NEW, 1L))).isTrue();
            assertThat(objectSchema.accepts(fitting)).isTrue();
            assertThat(objectSchema.project(fitting).value()).isEqualTo(new Struct(NEW).put("f", 2L));
            assertThat(objectSchema.accepts(of(incompatible, "x"))).isFalse();
            assertThat(objectSchema.accepts(of(null, "x"))).isFalse();
        }
    }

    @Test
    void leavesRecordsOfEqualSchemasAlone() {
        objectSchema.added(of(NEW, 1L));
        SinkRecord equal = of(schema(2, Schema.INT64_SCHEMA), 5L);
        assertThat(objectSchema.accepts(equal)).isTrue();
        assertThat(objectSchema.project(equal)).isSameAs(equal);
    }

    private static Schema schema(int version, Schema field) {
        return SchemaBuilder.struct().version(version).field("f", field).build();
    }

    private static SinkRecord of(Schema schema, Object field) {
        Object value = schema == null ? field : new Struct(schema).put("f", field);
        return new SinkRecord("t", 0, null, null, schema, value, 0);
    }
}
