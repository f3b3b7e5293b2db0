package dev.pinflow.connect.s3.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.Written;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class AvroTypesTest {
    private static final AvroOptions CONFLUENTS = new AvroOptions(true, true, false, 10);
    private static final AvroOptions BARE = new AvroOptions(false, false, true, 10);
    private static final String E = "io.confluent.connect.avro.Enum";

    private static final Schema COLOUR = SchemaBuilder.string()
            .name("org.example.Colour")
            .parameter(E, "org.example.Colour")
            .parameter(E + ".RED", "RED")
            .parameter(E + ".BLUE", "BLUE")
            .build();

    @Test
    void namesDocumentsAndDefaultsAsConfluentsConverterDoes() {
        Schema schema = SchemaBuilder.struct()
                .name("org.example.Row")
                .version(3)
                .doc("d")
                .parameter("io.confluent.connect.avro.record.doc", "a row")
                .parameter("io.confluent.connect.avro.field.doc.n", "a number")
                .field("n", SchemaBuilder.int64().defaultValue(7L).build())
                .field("t", SchemaBuilder.string().optional().defaultValue("x").build())
                .field("o", Schema.OPTIONAL_INT8_SCHEMA)
                .build();
        assertThat(json(schema, CONFLUENTS)).isEqualTo(one("""
                {"type":"record","name":"Row","namespace":"org.example","doc":"a row","fields":[
                {"name":"n","type":{"type":"long","connect.default":7},"doc":"a number","default":7},
                {"name":"t","type":[{"type":"string","connect.default":"x"},"null"],"default":"x"},
                {"name":"o","type":["null",{"type":"int","connect.type":"int8"}],"default":null}],
                "connect.doc":"d","connect.version":3,
                "connect.parameters":{"io.confluent.connect.avro.record.doc":"a row",
                "io.confluent.connect.avro.field.doc.n":"a number"},"connect.name":"org.example.Row"}
                """));
        assertThat(json(schema, BARE)).isEqualTo(one("""
                {"type":"record","name":"Row","namespace":"org.example","doc":"a row","fields":[
                {"name":"n","type":"long","doc":"a number","default":7},
                {"name":"t","type":["string","null"],"default":"x"},
                {"name":"o","type":["null","int"],"default":null}]}
                """));
    }

    @Test
    void marksLogicalTypes() {
        assertThat(json(Decimal.schema(2), BARE))
                .isEqualTo("{\"type\":\"bytes\",\"scale\":2,\"precision\":64,\"logicalType\":\"decimal\"}");
        assertThat(json(Date.SCHEMA, BARE)).isEqualTo("{\"type\":\"int\",\"logicalType\":\"date\"}");
        assertThat(json(Time.SCHEMA, BARE)).isEqualTo("{\"type\":\"int\",\"logicalType\":\"time-millis\"}");
        assertThat(json(Timestamp.SCHEMA, BARE)).isEqualTo("{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}");
    }

    @Test
    void writesEnumsAsSuchOrAsText() {
        assertThat(json(COLOUR, CONFLUENTS))
                .startsWith(
                        "{\"type\":\"enum\",\"name\":\"Colour\",\"namespace\":\"org.example\",\"symbols\":[\"RED\",\"BLUE\"]");
        assertThat(json(COLOUR, BARE)).isEqualTo("\"string\"");
        assertThat(read(COLOUR, "BLUE", CONFLUENTS)).isEqualTo("BLUE");
        assertThatThrownBy(() -> read(COLOUR, "GREEN", CONFLUENTS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("org.example.Colour");
    }

    @Test
    void writesMapsByTheirKeys() {
        Schema numbered =
                SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA).build();
        Schema optional = SchemaBuilder.map(Schema.OPTIONAL_STRING_SCHEMA, Schema.INT32_SCHEMA)
                .build();
        assertThat(json(numbered, CONFLUENTS)).isEqualTo(one("""
                {"type":"array","items":{"type":"record","name":"MapEntry","namespace":"io.confluent.connect.avro",
                "fields":[{"name":"key","type":"int"},{"name":"value","type":"string"}]}}
                """));
        assertThat(read(numbered, Map.of(1, "one"), CONFLUENTS)).isEqualTo("[{\"key\": 1, \"value\": \"one\"}]");
        assertThat(read(optional, Map.of("k", 1), CONFLUENTS)).isEqualTo("[{\"key\": \"k\", \"value\": 1}]");
        assertThat(read(optional, Map.of("k", 1), BARE)).isEqualTo("{k=1}");
    }

    @Test
    void writesUnionsByTheBranchThatIsSet() {
        Schema union = SchemaBuilder.struct()
                .name("io.confluent.connect.avro.Union")
                .optional()
                .field("int", Schema.OPTIONAL_INT32_SCHEMA)
                .field("string", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        assertThat(json(union, CONFLUENTS)).isEqualTo("[\"null\",\"int\",\"string\"]");
        assertThat(read(union, new Struct(union).put("string", "s"), CONFLUENTS))
                .isEqualTo("s");
        assertThat(read(union, new Struct(union).put("int", 4), CONFLUENTS)).isEqualTo("4");
    }

    @Test
    void definesARecordOnceWhereverItIsUsed() {
        Schema inner =
                SchemaBuilder.struct().name("I").field("x", Schema.INT32_SCHEMA).build();
        Schema maybe = SchemaBuilder.struct()
                .name("I")
                .optional()
                .field("x", Schema.INT32_SCHEMA)
                .build();
        Schema outer = SchemaBuilder.struct()
                .field("a", inner)
                .field("b", SchemaBuilder.array(maybe).build())
                .build();
        Struct struct = new Struct(outer)
                .put("a", new Struct(inner).put("x", 1))
                .put("b", Arrays.asList(new Struct(maybe).put("x", 2), null));
        assertThat(read(outer, struct, CONFLUENTS)).isEqualTo("{\"a\": {\"x\": 1}, \"b\": [{\"x\": 2}, null]}");
    }

    @Test
    void refusesTwoRecordsOfOneName() {
        Schema one =
                SchemaBuilder.struct().name("I").field("x", Schema.INT32_SCHEMA).build();
        Schema other =
                SchemaBuilder.struct().name("I").field("y", Schema.INT32_SCHEMA).build();
        Schema outer = SchemaBuilder.struct().field("a", one).field("b", other).build();
        assertThatThrownBy(() -> json(outer, CONFLUENTS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("named I");
    }

    @Test
    void refusesNamesThatAvroDoesNotKnow() {
        Schema schema = SchemaBuilder.struct().field("a-b", Schema.INT32_SCHEMA).build();
        assertThatThrownBy(() -> read(schema, new Struct(schema).put("a-b", 1), CONFLUENTS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a-b")
                .hasMessageContaining("json format");
    }

    @Test
    void writesEveryType() {
        Schema schema = SchemaBuilder.struct()
                .field("i8", Schema.INT8_SCHEMA)
                .field("i16", Schema.INT16_SCHEMA)
                .field("f32", Schema.FLOAT32_SCHEMA)
                .field("flag", Schema.BOOLEAN_SCHEMA)
                .field(
                        "bytes",
                        SchemaBuilder.bytes().defaultValue(new byte[] {-1}).build())
                .field("buffer", Schema.BYTES_SCHEMA)
                .field("price", Decimal.schema(2))
                .field("day", Date.SCHEMA)
                .field("time", Time.SCHEMA)
                .field(
                        "at",
                        SchemaBuilder.type(Schema.Type.INT64)
                                .name(Timestamp.LOGICAL_NAME)
                                .version(1)
                                .optional()
                                .build())
                .field(
                        "defaulted",
                        SchemaBuilder.array(Schema.INT32_SCHEMA)
                                .defaultValue(List.of(1, 2))
                                .build())
                .build();
        Struct struct = new Struct(schema)
                .put("i8", (byte) -1)
                .put("i16", (short) 300)
                .put("f32", 0.5f)
                .put("flag", true)
                .put("buffer", ByteBuffer.wrap(new byte[] {65}))
                .put("price", new BigDecimal("0.65"))
                .put("day", java.util.Date.from(java.time.Instant.ofEpochMilli(86_400_000L * 3)))
                .put("time", java.util.Date.from(java.time.Instant.ofEpochMilli(5)))
                .put("at", java.util.Date.from(java.time.Instant.ofEpochMilli(1_600_000_000_123L)));
        assertThat(read(schema, struct, CONFLUENTS))
                .isEqualTo("{\"i8\": -1, \"i16\": 300, \"f32\": 0.5, \"flag\": true,"
                        + " \"bytes\": \"ÿ\", \"buffer\": \"A\", \"price\": \"A\", \"day\": 3, \"time\": 5,"
                        + " \"at\": 1600000000123, \"defaulted\": [1, 2]}");
    }

    private static String json(Schema schema, AvroOptions options) {
        return new AvroTypes(options).of(schema).toString();
    }

    private static String read(Schema schema, Object value, AvroOptions options) {
        AvroFormat format = new AvroFormat(RecordPart.VALUE, AvroCodec.NULL, options);
        SinkRecord sinkRecord = new SinkRecord("t", 0, null, null, schema, value, 0);
        return AvroRecordsOf.file(Written.bytes(format, sinkRecord)).rows().get(0);
    }

    private static String one(String lines) {
        return lines.replace("\n", "");
    }
}
