package dev.pinflow.connect.s3.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.format.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonFormatTest {
    private static final JsonFormat VALUES = json(RecordPart.VALUE, DecimalText.BASE64);

    @Test
    void writesMapsInTheOrderInWhichTheConverterDeliversThem() {
        Object value = converted("{\"zulu\":1,\"alpha\":[1.5,null,true],\"mike\":{\"b\":\"\\u00e9\\n\",\"a\":null}}");
        assertThat(Written.text(VALUES, of(null, value), of(null, value)))
                .isEqualTo("{\"mike\":{\"a\":null,\"b\":\"é\\n\"},\"alpha\":[1.5,null,true],\"zulu\":1}\n".repeat(2));
    }

    @ParameterizedTest
    @EnumSource(DecimalText.class)
    void writesStructsAsKafkasJsonConverterDoes(DecimalText decimals) {
        Struct struct = everything();
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false", "decimal.format", decimals.name()), false);
        String expected =
                new String(converter.fromConnectData("t", struct.schema(), struct), StandardCharsets.UTF_8) + "\n";
        assertThat(Written.text(json(RecordPart.VALUE, decimals), of(struct.schema(), struct)))
                .isEqualTo(expected);
    }

    @Test
    void writesStructsInsideOfMaps() {
        Schema schema = SchemaBuilder.struct().field("n", Schema.INT32_SCHEMA).build();
        assertThat(Written.text(VALUES, of(null, Map.of("s", List.of(new Struct(schema).put("n", 1))))))
                .isEqualTo("{\"s\":[{\"n\":1}]}\n");
    }

    @Test
    void writesKeysAsTheyAreAndNullForNone() {
        JsonFormat keys = json(RecordPart.KEY, DecimalText.BASE64);
        SinkRecord keyed = new SinkRecord("t", 0, null, "7528", null, "v", 0);
        assertThat(Written.text(keys, keyed, of(null, "v"))).isEqualTo("\"7528\"\nnull\n");
    }

    @Test
    void writesHeadersAsTextAndAnEmptyListForNone() {
        JsonFormat headers = json(RecordPart.HEADERS, DecimalText.BASE64);
        SinkRecord with = of(null, "v");
        with.headers().addString("reason", "not-json").addInt("partition", 3);
        assertThat(Written.text(headers, with, of(null, "v")))
                .isEqualTo("{\"headers\":[{\"key\":\"reason\",\"value\":\"not-json\"},"
                        + "{\"key\":\"partition\",\"value\":\"3\"}]}\n{\"headers\":[]}\n");
    }

    @Test
    void leavesNoTraceOfARecordThatCannotBeWritten() throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        RecordWriter writer = VALUES.open(of(null, "x"), buffer);
        assertThatThrownBy(() -> writer.stage(of(null, Arrays.asList("half", new Object()))))
                .isInstanceOf(DataException.class);
        writer.stage(of(null, List.of("whole")));
        writer.append();
        assertThat(buffer.toString(StandardCharsets.UTF_8)).isEqualTo("[\"whole\"]\n");
    }

    @Test
    void refusesAValueThatContainsItself() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> Written.text(VALUES, of(null, endless)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1000 levels");
    }

    @Test
    void forgetsSchemasBeyondTheLimitButNotHowToWriteThem() {
        JsonFormat forgetful = new JsonFormat(RecordPart.VALUE, DecimalText.BASE64, TextValues.QUOTE, 1);
        Struct struct = everything();
        assertThat(Written.text(forgetful, of(struct.schema(), struct), of(struct.schema(), struct)))
                .isEqualTo(Written.text(VALUES, of(struct.schema(), struct)).repeat(2));
    }

    private static JsonFormat json(RecordPart part, DecimalText decimals) {
        return new JsonFormat(part, decimals, TextValues.QUOTE, 100);
    }

    private static Struct everything() {
        Schema nested = SchemaBuilder.struct()
                .name("Nested")
                .optional()
                .field("street", Schema.STRING_SCHEMA)
                .build();
        Schema byName =
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT64_SCHEMA).build();
        Schema byNumber =
                SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA).build();
        Schema schema = SchemaBuilder.struct()
                .field("i8", Schema.INT8_SCHEMA)
                .field("i16", Schema.INT16_SCHEMA)
                .field("f32", Schema.FLOAT32_SCHEMA)
                .field("f64", Schema.FLOAT64_SCHEMA)
                .field("nan", Schema.FLOAT64_SCHEMA)
                .field("flag", Schema.BOOLEAN_SCHEMA)
                .field("text", Schema.STRING_SCHEMA)
                .field("bytes", Schema.BYTES_SCHEMA)
                .field("buffer", Schema.BYTES_SCHEMA)
                .field("none", Schema.OPTIONAL_STRING_SCHEMA)
                .field(
                        "defaulted",
                        SchemaBuilder.string().optional().defaultValue("d").build())
                .field("price", Decimal.schema(2))
                .field("at", Timestamp.SCHEMA)
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("time", Time.SCHEMA)
                .field(
                        "list",
                        SchemaBuilder.array(Schema.OPTIONAL_FLOAT64_SCHEMA).build())
                .field("byName", byName)
                .field("byNumber", byNumber)
                .field("nested", nested)
                .build();
        return new Struct(schema)
                .put("i8", (byte) -1)
                .put("i16", (short) 300)
                .put("f32", 0.1f)
                .put("f64", 1e21)
                .put("nan", Double.NaN)
                .put("flag", true)
                .put("text", "quote \" \u00a0 \ud83d\ude00 /")
                .put("bytes", new byte[] {1, 2, -3})
                .put("buffer", ByteBuffer.wrap(new byte[] {9}))
                .put("price", new BigDecimal("123456789012345678.90"))
                .put("at", Date.from(Instant.ofEpochMilli(1_600_000_000_123L)))
                .put("day", Date.from(Instant.ofEpochMilli(86_400_000L * 19_000)))
                .put("time", Date.from(Instant.ofEpochMilli(3_600_000L)))
                .put("list", Arrays.asList(1.5, null))
                .put("byName", Map.of("k", 5L))
                .put("byNumber", Map.of(1, "one"))
                .put("nested", new Struct(nested).put("street", "s"));
    }

    private static Object converted(String json) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false"), false);
        return converter
                .toConnectData("t", json.getBytes(StandardCharsets.UTF_8))
                .value();
    }

    private static SinkRecord of(Schema schema, Object value) {
        return new SinkRecord("t", 0, null, null, schema, value, 0);
    }
}
