package dev.pinflow.connect.s3.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPartitionerTest {
    static List<Arguments> values() {
        Date moment = Date.from(Instant.parse("2025-01-31T10:15:30.123Z"));
        return List.of(
                Arguments.of(Schema.INT8_SCHEMA, (byte) -1, "-1"),
                Arguments.of(Schema.INT16_SCHEMA, (short) 2, "2"),
                Arguments.of(Schema.INT32_SCHEMA, 3, "3"),
                Arguments.of(Schema.INT64_SCHEMA, Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(Schema.STRING_SCHEMA, "a/b c=é", "a/b c=é"),
                Arguments.of(Schema.STRING_SCHEMA, "", ""),
                Arguments.of(Schema.BOOLEAN_SCHEMA, true, "true"),
                Arguments.of(Schema.OPTIONAL_STRING_SCHEMA, null, "null"),
                Arguments.of(SchemaBuilder.string().optional().defaultValue("d").build(), null, "d"),
                Arguments.of(org.apache.kafka.connect.data.Date.SCHEMA, day(), "2025-01-31"),
                Arguments.of(Time.SCHEMA, Date.from(Instant.ofEpochMilli(36_930_123)), "101530.123"),
                Arguments.of(Timestamp.SCHEMA, moment, "20250131T101530.123Z"),
                Arguments.of(Decimal.schema(2), new BigDecimal("1E+3").setScale(2), "1000.00"));
    }

    @ParameterizedTest(name = "f={2}")
    @MethodSource("values")
    void showsValuesOfStructs(Schema schema, Object value, String text) {
        assertThat(encode("f", schema, value)).isEqualTo("f=" + text);
    }

    @Test
    void showsValuesOfMaps() {
        Map<String, Object> value = new HashMap<>(Map.of("a", 1L, "b", "x", "c", false, "d", new BigDecimal("1.50")));
        value.put("e", null);
        assertThat(fields("a,b,c,d,e").encode(Partitions.sinkRecord(null, value), 0))
                .isEqualTo("a=1/b=x/c=false/d=1.50/e=null");
    }

    @Test
    void showsNestedFieldsUnderTheirWholeNameWithTheConfiguredDelimiter() {
        Partitioner partitioner = Partitions.partitioner(
                Map.of("partitioner.class", "field", "partition.field.name", "address.city,x", "directory.delim", "|"));
        assertThat(partitioner.encode(
                        Partitions.sinkRecord(null, Map.of("address", Map.of("city", "Graz"), "x", 1)), 0))
                .isEqualTo("address.city=Graz|x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "bytes", "list"})
    void refusesTypesThatMakeNoFoldersAndNamesTheField(String kind) {
        Object value =
                Map.of("double", 1.5, "bytes", new byte[1], "list", List.of()).get(kind);
        assertThatThrownBy(() -> fields("f").encode(Partitions.sinkRecord(null, Map.of("f", value)), 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field f")
                .hasMessageContaining("partition.field.name");
        assertThatThrownBy(() -> encode("f", Schema.FLOAT64_SCHEMA, 1.5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("float64");
    }

    @Property(tries = 200)
    void answersTheSameWhateverCameBefore(
            @ForAll @Size(max = 10) List<String> values, @ForAll @Size(max = 10) List<Long> numbers) {
        Partitioner partitioner = fields("a,b");
        for (String value : values) {
            for (long number : numbers) {
                assertThat(partitioner.encode(Partitions.sinkRecord(null, Map.of("a", value, "b", number)), 0))
                        .isEqualTo("a=" + value + "/b=" + number);
            }
        }
    }

    private static String encode(String field, Schema schema, Object value) {
        Schema struct = SchemaBuilder.struct().field(field, schema).build();
        return fields(field).encode(Partitions.sinkRecord(struct, new Struct(struct).put(field, value)), 0);
    }

    private static Partitioner fields(String names) {
        return Partitions.partitioner(Map.of(
                "partitioner.class",
                "io.confluent.connect.storage.partitioner.FieldPartitioner",
                "partition.field.name",
                names));
    }

    private static Date day() {
        return Date.from(Instant.parse("2025-01-31T00:00:00Z"));
    }
}
