package dev.pinflow.connect.s3.compatibility;

import static dev.pinflow.connect.s3.compatibility.SchemaCompatibility.BACKWARD;
import static dev.pinflow.connect.s3.compatibility.SchemaCompatibility.FULL;
import static dev.pinflow.connect.s3.compatibility.SchemaCompatibility.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {
    private static final Schema OPTIONAL = Schema.OPTIONAL_STRING_SCHEMA;

    /** Field of the record, field of the object, whether the one can be shown as the other. */
    static List<Arguments> fields() {
        Schema small = symbols("A", "B");
        Schema large = symbols("A", "B", "C");
        Schema inner = SchemaBuilder.struct().field("x", Schema.INT32_SCHEMA).build();
        Schema wider = SchemaBuilder.struct().field("x", Schema.INT64_SCHEMA).build();
        Schema described =
                SchemaBuilder.string().parameter("connect.record.doc", "new").build();
        Schema fieldDescribed = SchemaBuilder.string()
                .parameter("connect.record.doc", "old")
                .parameter("io.confluent.connect.avro.field.doc.f", "words")
                .build();
        Schema marked = SchemaBuilder.string().parameter("unit", "kg").build();
        return List.of(
                Arguments.of(Schema.INT8_SCHEMA, Schema.INT64_SCHEMA, true),
                Arguments.of(Schema.INT64_SCHEMA, Schema.FLOAT32_SCHEMA, true),
                Arguments.of(Schema.INT64_SCHEMA, Schema.INT32_SCHEMA, false),
                Arguments.of(Schema.FLOAT64_SCHEMA, Schema.FLOAT32_SCHEMA, false),
                Arguments.of(Schema.BOOLEAN_SCHEMA, Schema.INT8_SCHEMA, false),
                Arguments.of(Schema.STRING_SCHEMA, Schema.BYTES_SCHEMA, false),
                Arguments.of(Schema.INT64_SCHEMA, Timestamp.SCHEMA, false),
                Arguments.of(Schema.STRING_SCHEMA, OPTIONAL, true),
                Arguments.of(OPTIONAL, Schema.STRING_SCHEMA, false),
                Arguments.of(OPTIONAL, SchemaBuilder.string().defaultValue("d").build(), true),
                Arguments.of(small, large, true),
                Arguments.of(large, small, false),
                Arguments.of(described, fieldDescribed, true),
                Arguments.of(Schema.STRING_SCHEMA, marked, true),
                Arguments.of(described, marked, false),
                Arguments.of(inner, wider, true),
                Arguments.of(wider, inner, false),
                Arguments.of(list(inner), list(wider), true),
                Arguments.of(list(wider), list(inner), false),
                Arguments.of(map(inner), map(wider), true),
                Arguments.of(map(wider), map(inner), false));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @MethodSource("fields")
    void acceptsOlderRecordsThatCanBeShownInTheObjectsSchema(Schema older, Schema newer, boolean accepted) {
        Schema recordSchema = version(1, struct -> struct.field("f", older));
        Schema objectSchema = version(2, struct -> struct.field("f", newer));
        assertThat(BACKWARD.accepts(objectSchema, recordSchema)).isEqualTo(accepted);
        assertThat(FULL.accepts(objectSchema, recordSchema)).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{0}: record {2} in object {1}: {3}")
    @CsvSource({
        "NONE, 2, 1, false",
        "BACKWARD, 2, 1, true",
        "BACKWARD, 1, 2, false",
        "BACKWARD, 2, 2, true",
        "FULL, 2, 1, true",
        "FULL, 1, 2, false",
        "FORWARD, 2, 1, false",
        "FORWARD, 1, 2, true",
        "FORWARD, 2, 2, true",
    })
    void goesByVersions(SchemaCompatibility mode, int objectVersion, int recordVersion, boolean accepted) {
        Schema objectSchema = version(objectVersion, struct -> struct.field("a", OPTIONAL));
        Schema recordSchema = version(recordVersion, struct -> struct.field("b", OPTIONAL));
        assertThat(mode.accepts(objectSchema, recordSchema)).isEqualTo(accepted);
    }

    @Test
    void refusesRecordsThatLackARequiredField() {
        Schema without = version(1, struct -> struct.field("a", OPTIONAL));
        Schema required = version(2, struct -> struct.field("a", OPTIONAL).field("b", Schema.STRING_SCHEMA));
        Schema withDefault = version(
                2,
                struct -> struct.field("a", OPTIONAL)
                        .field("b", SchemaBuilder.string().defaultValue("d").build()));
        assertThat(BACKWARD.accepts(required, without)).isFalse();
        assertThat(BACKWARD.accepts(withDefault, without)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsEqualSchemasWithoutAskingForVersionsAndNeverMixesSchemaAndNone(SchemaCompatibility mode) {
        Schema one = SchemaBuilder.struct().field("a", OPTIONAL).build();
        Schema equal = SchemaBuilder.struct().field("a", OPTIONAL).build();
        assertThat(mode.accepts(one, equal)).isTrue();
        assertThat(mode.accepts(null, null)).isTrue();
        assertThat(mode.accepts(one, null)).isFalse();
        assertThat(mode.accepts(null, one)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void saysWhatToDoWhenVersionsAreMissing(SchemaCompatibility mode) {
        Schema versioned = version(1, struct -> struct.field("a", OPTIONAL));
        Schema unversioned = SchemaBuilder.struct().name("a.Event").build();
        assertThatThrownBy(() -> mode.accepts(versioned, unversioned))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.Event")
                .hasMessageContaining("schema.compatibility=" + mode)
                .hasMessageContaining("SetSchemaMetadata");
        assertThatThrownBy(() -> mode.accepts(unversioned, versioned)).isInstanceOf(DataException.class);
        assertThat(NONE.accepts(unversioned, versioned)).isFalse();
    }

    @Test
    void comparesSchemasThatContainThemselves() {
        assertThat(BACKWARD.accepts(new Recursive(2, Schema.INT64_SCHEMA), new Recursive(1, Schema.INT32_SCHEMA)))
                .isTrue();
        assertThat(BACKWARD.accepts(new Recursive(2, Schema.INT32_SCHEMA), new Recursive(1, Schema.INT64_SCHEMA)))
                .isFalse();
    }

    @Test
    void keepsWhereARecordCameFromWhenItProjects() {
        Schema recordSchema = version(1, struct -> struct.field("a", Schema.INT32_SCHEMA));
        Schema objectSchema = version(2, struct -> struct.field("a", Schema.INT64_SCHEMA));
        SinkRecord original = new SinkRecord(
                "t",
                1,
                OPTIONAL,
                "k",
                recordSchema,
                new Struct(recordSchema).put("a", 5),
                7,
                9L,
                TimestampType.CREATE_TIME);
        original.headers().addString("h", "v");
        SinkRecord projected = BACKWARD.project(original, objectSchema);
        assertThat(projected.value()).isEqualTo(new Struct(objectSchema).put("a", 5L));
        assertThat(projected.valueSchema()).isSameAs(objectSchema);
        assertThat(projected.kafkaOffset()).isEqualTo(7);
        assertThat(projected.key()).isEqualTo("k");
        assertThat(projected.timestamp()).isEqualTo(9);
        assertThat(projected.headers()).isEqualTo(original.headers());
        assertThat(BACKWARD.project(original, recordSchema)).isSameAs(original);
    }

    private static Schema version(int version, UnaryOperator<SchemaBuilder> fields) {
        return fields.apply(SchemaBuilder.struct().name("a.Event").version(version))
                .build();
    }

    private static Schema symbols(String... symbols) {
        SchemaBuilder schema = SchemaBuilder.string().parameter("io.confluent.connect.avro.Enum", "a.Kind");
        for (String symbol : symbols) {
            schema.parameter("io.confluent.connect.avro.Enum." + symbol, symbol);
        }
        return schema.build();
    }

    private static Schema list(Schema items) {
        return SchemaBuilder.array(items).build();
    }

    private static Schema map(Schema values) {
        return SchemaBuilder.map(Schema.STRING_SCHEMA, values).build();
    }

    /** A struct with a value and an optional next one of its own kind, as converters make it of recursive records. */
    private static final class Recursive implements Schema {
        private final int version;
        private final List<org.apache.kafka.connect.data.Field> fields;

        Recursive(int version, Schema value) {
            this.version = version;
            this.fields = List.of(
                    new org.apache.kafka.connect.data.Field("value", 0, value),
                    new org.apache.kafka.connect.data.Field("next", 1, this));
        }

        @Override
        public Type type() {
            return Type.STRUCT;
        }

        @Override
        public boolean isOptional() {
            return true;
        }

        @Override
        public Object defaultValue() {
            return null;
        }

        @Override
        public String name() {
            return "a.List";
        }

        @Override
        public Integer version() {
            return version;
        }

        @Override
        public String doc() {
            return null;
        }

        @Override
        public Map<String, String> parameters() {
            return null;
        }

        @Override
        public Schema keySchema() {
            throw new DataException("no map");
        }

        @Override
        public Schema valueSchema() {
            throw new DataException("no map");
        }

        @Override
        public List<org.apache.kafka.connect.data.Field> fields() {
            return fields;
        }

        @Override
        public org.apache.kafka.connect.data.Field field(String name) {
            return name.equals("value") ? fields.get(0) : fields.get(1);
        }

        @Override
        public Schema schema() {
            return this;
        }
    }
}
