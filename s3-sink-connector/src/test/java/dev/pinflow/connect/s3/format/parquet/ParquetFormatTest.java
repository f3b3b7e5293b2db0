package dev.pinflow.connect.s3.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetFormatTest {
    private static final long ROW_GROUP_BYTES = 16 * 1024 * 1024;
    private static final Schema PLACE = SchemaBuilder.struct()
            .name("Place")
            .field("country", Schema.STRING_SCHEMA)
            .field(
                    "coordinates",
                    SchemaBuilder.array(Schema.FLOAT64_SCHEMA).optional().build())
            .field("timestamp", Timestamp.SCHEMA)
            .field("defects", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .build();

    @Test
    void describesListsInThreeLevelsAndInstantsInMillisecondsUtc() throws IOException {
        assertThat(ParquetTypes.message(PLACE).toString()).isEqualTo("""
                message Place {
                  required binary country (STRING);
                  optional group coordinates (LIST) {
                    repeated group list {
                      required double element;
                    }
                  }
                  required int64 timestamp (TIMESTAMP(MILLIS,true));
                  required group defects (LIST) {
                    repeated group list {
                      required binary element (STRING);
                    }
                  }
                }
                """);
    }

    @Test
    void describesEveryOtherType() throws IOException {
        Schema inner = SchemaBuilder.struct()
                .optional()
                .field("flag", Schema.BOOLEAN_SCHEMA)
                .build();
        Schema schema = SchemaBuilder.struct()
                .field("i8", Schema.INT8_SCHEMA)
                .field("f32", Schema.OPTIONAL_FLOAT32_SCHEMA)
                .field("bytes", Schema.BYTES_SCHEMA)
                .field("price", Decimal.schema(2))
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("time", Time.SCHEMA)
                .field(
                        "counts",
                        SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_INT64_SCHEMA)
                                .build())
                .field("inner", inner)
                .build();
        assertThat(ParquetTypes.message(schema).toString()).isEqualTo("""
                message record {
                  required int32 i8;
                  optional float f32;
                  required binary bytes;
                  required binary price (DECIMAL(38,2));
                  required int32 day (DATE);
                  required int32 time (TIME(MILLIS,true));
                  required group counts (MAP) {
                    repeated group key_value {
                      required binary key (STRING);
                      optional int64 value;
                    }
                  }
                  optional group inner {
                    required boolean flag;
                  }
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(ParquetCodec.class)
    void isReadBackByParquetsOwnReader(ParquetCodec codec) throws IOException {
        List<String> rows = ParquetRowsOf.file(written(
                codec,
                place("Peru", List.of(1.5, -2.0), 1_600_000_000_123L, List.of()),
                place("Chad", null, 0, List.of("age:out-of-range", "x:y"))));
        assertThat(rows).containsExactly("""
                country: Peru
                coordinates
                  list
                    element: 1.5
                  list
                    element: -2.0
                timestamp: 1600000000123
                defects
                """, """
                country: Chad
                timestamp: 0
                defects
                  list
                    element: age:out-of-range
                  list
                    element: x:y
                """);
    }

    @Test
    void writesNestedAndLogicalValues() throws IOException {
        Schema inner =
                SchemaBuilder.struct().field("flag", Schema.BOOLEAN_SCHEMA).build();
        Schema schema = SchemaBuilder.struct()
                .field("price", Decimal.schema(2))
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field(
                        "counts",
                        SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_INT64_SCHEMA)
                                .build())
                .field("inners", SchemaBuilder.array(inner).build())
                .field("gaps", SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build())
                .build();
        Struct struct = new Struct(schema)
                .put("price", new BigDecimal("0.65"))
                .put("day", Date.from(Instant.ofEpochMilli(86_400_000L * 3)))
                .put("counts", Map.of("k", 5L))
                .put("inners", List.of(new Struct(inner).put("flag", true)))
                .put("gaps", Arrays.asList(1, null));
        assertThat(ParquetRowsOf.file(written(ParquetCodec.NONE, struct))).containsExactly("""
                price: A
                day: 3
                counts
                  key_value
                    key: k
                    value: 5
                inners
                  list
                    element
                      flag: true
                gaps
                  list
                    element: 1
                  list
                """);
    }

    @Test
    void writesTheSameBytesForTheSameRecords() throws IOException {
        Struct place = place("Peru", List.of(1.5), 1, List.of());
        assertThat(written(ParquetCodec.SNAPPY, place)).isEqualTo(written(ParquetCodec.SNAPPY, place));
    }

    @Test
    void refusesARecordWithoutARequiredFieldAndTakesTheNext() throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        Struct good = place("Peru", null, 1, List.of());
        RecordWriter writer = values(ParquetCodec.NONE).open(of(good), buffer);
        assertThatThrownBy(() -> writer.stage(of(new Struct(PLACE).put("country", "Peru"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("timestamp");
        writer.stage(of(good));
        writer.append();
        writer.finish();
        assertThat(ParquetRowsOf.file(buffer.toByteArray())).hasSize(1);
    }

    @ParameterizedTest(name = "{0} takes {1} and not {2}")
    @MethodSource("valuesThatCannotBeEncoded")
    void refusesAValueThatCannotBeEncodedAndWritesTheRowsAroundItWhole(Schema type, Object fine, Object bad)
            throws IOException {
        Schema inner = SchemaBuilder.struct().field("at", type).build();
        Schema schema = SchemaBuilder.struct()
                .field("n", Schema.INT32_SCHEMA)
                .field("inner", SchemaBuilder.array(inner).build())
                .build();
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        Struct good = new Struct(schema).put("n", 1).put("inner", List.of(new Struct(inner).put("at", fine)));
        Struct broken = new Struct(schema).put("n", 2).put("inner", List.of(new Struct(inner).put("at", bad)));
        RecordWriter writer = values(ParquetCodec.NONE).open(of(good), buffer);
        writer.stage(of(good));
        writer.append();
        assertThatThrownBy(() -> writer.stage(of(broken))).isInstanceOf(DataException.class);
        writer.stage(of(good));
        writer.append();
        writer.finish();
        assertThat(ParquetRowsOf.file(buffer.toByteArray())).hasSize(2).allMatch(row -> row.startsWith("n: 1\n"));
    }

    private static Stream<Arguments> valuesThatCannotBeEncoded() {
        return Stream.of(
                Arguments.of(org.apache.kafka.connect.data.Date.SCHEMA, at(0), at(1)),
                Arguments.of(Time.SCHEMA, at(0), at(86_400_001)),
                Arguments.of(Decimal.schema(2), new BigDecimal("1.00"), new BigDecimal("1.0")));
    }

    @Test
    void writesHalfASurrogatePairAsAQuestionMark() throws IOException {
        assertThat(ParquetRowsOf.file(written(ParquetCodec.NONE, place("a\uD800b", null, 1, List.of()))))
                .singleElement()
                .asString()
                .startsWith("country: a?b\n");
    }

    private static Date at(long milliseconds) {
        return Date.from(Instant.ofEpochMilli(milliseconds));
    }

    @Test
    void refusesRecordsWithoutASchema() throws IOException {
        SinkRecord map = new SinkRecord("t", 0, null, null, null, Map.of(), 0);
        ParquetFormat format = values(ParquetCodec.NONE);
        assertThatThrownBy(() -> format.open(map, new ByteArrayOutputStream()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("schemas.enable=true");
    }

    private static ParquetFormat values(ParquetCodec codec) {
        return new ParquetFormat(RecordPart.VALUE, codec, ROW_GROUP_BYTES);
    }

    private static byte[] written(ParquetCodec codec, Struct... structs) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        RecordWriter writer = values(codec).open(of(structs[0]), buffer);
        for (Struct struct : structs) {
            writer.stage(of(struct));
            writer.append();
        }
        writer.finish();
        return buffer.toByteArray();
    }

    private static Struct place(String country, List<Double> coordinates, long timestamp, List<String> defects) {
        return new Struct(PLACE)
                .put("country", country)
                .put("coordinates", coordinates)
                .put("timestamp", Date.from(Instant.ofEpochMilli(timestamp)))
                .put("defects", defects);
    }

    private static SinkRecord of(Struct struct) {
        return new SinkRecord("t", 0, null, null, struct.schema(), struct, 0);
    }
}
