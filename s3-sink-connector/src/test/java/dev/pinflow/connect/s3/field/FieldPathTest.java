package dev.pinflow.connect.s3.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    private static final Schema INNER = SchemaBuilder.struct()
            .optional()
            .field("b", Schema.OPTIONAL_INT32_SCHEMA)
            .build();
    private static final Schema OUTER = SchemaBuilder.struct()
            .field("a", INNER)
            .field(
                    "m",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                            .build())
            .build();

    @Test
    void findsFieldsOfStructsAndMapsAtAnyDepth() {
        Struct struct =
                new Struct(OUTER).put("a", new Struct(INNER).put("b", 7)).put("m", Map.of("k", "v", "x.y", "w"));
        assertThat(in("a.b", OUTER, struct)).isEqualTo(new FieldValue(7, Schema.OPTIONAL_INT32_SCHEMA));
        assertThat(in("m.k", OUTER, struct).value()).isEqualTo("v");
        assertThat(in("m.\"x.y\"", OUTER, struct).value()).isEqualTo("w");
        assertThat(in("m.k", null, Map.of("m", Map.of("k", 1L))).value()).isEqualTo(1L);
        assertThat(in("m.a.b", null, Map.of("m", struct)).value()).isEqualTo(7);
    }

    @Test
    void takesWhateverLiesBelowNullAsNull() {
        Map<String, Object> map = new HashMap<>();
        map.put("a", null);
        assertThat(in("a", null, map).value()).isNull();
        assertThat(in("a.b.c", null, map).value()).isNull();
        assertThat(in("a.b", OUTER, new Struct(OUTER)).value()).isNull();
    }

    @Test
    void looksAgainWhenTheSchemaChanges() {
        Schema other = SchemaBuilder.struct()
                .field("z", Schema.STRING_SCHEMA)
                .field("a", Schema.STRING_SCHEMA)
                .build();
        Schema one = SchemaBuilder.struct().field("a", Schema.STRING_SCHEMA).build();
        FieldPath path = new FieldPath("option", "a");
        assertThat(path.in(of(one, new Struct(one).put("a", "first"))).value()).isEqualTo("first");
        assertThat(path.in(of(other, new Struct(other).put("z", "no").put("a", "second")))
                        .value())
                .isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.x", "m.x"})
    void namesAFieldThatIsMissing(String text) {
        Struct struct = new Struct(OUTER).put("a", new Struct(INNER)).put("m", Map.of());
        assertThatThrownBy(() -> in(text, OUTER, struct))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no field " + text)
                .hasMessageContaining("option");
        assertThatThrownBy(() -> in("x", null, Map.of("a", 1))).isInstanceOf(DataException.class);
    }

    @Test
    void saysThatAValueHasNoFields() {
        assertThatThrownBy(() -> in("a", Schema.STRING_SCHEMA, "text"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("neither a struct nor a map");
        assertThatThrownBy(() -> in("a.b", null, Map.of("a", "text")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field a is neither");
        assertThatThrownBy(() -> in("a", null, null))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "\"a.b\".c", "a b", "Ä.ö"})
    void takesNamesJoinedByDots(String text) {
        assertThat(FieldPath.isPath(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a.", ".a", "a..b", "\"a", "a\"b", "a. .b"})
    void refusesEmptyNamesAndOpenQuotes(String text) {
        assertThat(FieldPath.isPath(text)).isFalse();
    }

    private static FieldValue in(String text, Schema schema, Object value) {
        return new FieldPath("option", text).in(of(schema, value));
    }

    private static SinkRecord of(Schema schema, Object value) {
        return new SinkRecord("t", 0, null, null, schema, value, 0);
    }
}
