package dev.pinflow.connect.s3.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.format.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroFormatTest {
    private static final AvroOptions CONFLUENTS = new AvroOptions(true, true, false, 10);
    private static final Schema PLACE = SchemaBuilder.struct()
            .name("org.example.Place")
            .field("country", Schema.STRING_SCHEMA)
            .field("note", Schema.OPTIONAL_STRING_SCHEMA)
            .field("visits", Schema.INT64_SCHEMA)
            .field("coordinates", SchemaBuilder.array(Schema.FLOAT64_SCHEMA).build())
            .build();

    @ParameterizedTest
    @EnumSource(AvroCodec.class)
    void isReadBackByAvrosOwnReaderInSeveralBlocks(AvroCodec codec) {
        SinkRecord[] records =
                IntStream.range(0, 5_000).mapToObj(i -> of(place("Peru", i))).toArray(SinkRecord[]::new);
        AvroRecordsOf file = AvroRecordsOf.file(Written.bytes(values(codec), records));
        assertThat(file.codec()).isEqualTo(codec.configured());
        assertThat(file.rows()).hasSize(5_000);
        assertThat(file.rows().get(4_999))
                .isEqualTo("{\"country\": \"Peru\", \"note\": null, \"visits\": 4999, \"coordinates\": [1.5, -2.0]}");
    }

    @Test
    void writesTheSameBytesForTheSameRecords() {
        assertThat(Written.bytes(values(AvroCodec.DEFLATE), of(place("Peru", 1))))
                .isEqualTo(Written.bytes(values(AvroCodec.DEFLATE), of(place("Peru", 1))));
    }

    @Test
    void writesTopLevelPrimitivesUnwrapped() {
        SinkRecord first = new SinkRecord("t", 0, null, null, Schema.INT32_SCHEMA, 5, 0);
        AvroRecordsOf file = AvroRecordsOf.file(Written.bytes(values(AvroCodec.NULL), first));
        assertThat(file.schema()).hasToString("\"int\"");
        assertThat(file.rows()).containsExactly("5");
    }

    @Test
    void refusesRecordsWithoutASchemaAndSaysWhatToUse() {
        SinkRecord map = new SinkRecord("t", 0, null, null, null, Map.of("a", 1), 0);
        assertThatThrownBy(() -> values(AvroCodec.NULL).open(map, new ByteArrayOutputStream()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("schemas.enable=true")
                .hasMessageContaining("format.class=json");
    }

    @Test
    void leavesNoTraceOfARecordThatCannotBeWritten() throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        RecordWriter writer = values(AvroCodec.NULL).open(of(place("Peru", 1)), object);
        writer.stage(of(place("Peru", 1)));
        writer.append();
        assertThatThrownBy(() -> writer.stage(of(new Struct(PLACE).put("country", "Chad"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("null");
        writer.stage(of(place("Mali", 2)));
        writer.stage(of(place("Oman", 3)));
        writer.append();
        writer.finish();
        assertThat(AvroRecordsOf.file(object.toByteArray()).rows())
                .hasSize(2)
                .last()
                .asString()
                .contains("Oman");
    }

    @Test
    void tellsWhatItHolds() throws IOException {
        RecordWriter writer = values(AvroCodec.NULL).open(of(place("Peru", 1)), new ByteArrayOutputStream());
        assertThat(writer.heldBytes()).isZero();
        writer.stage(of(place("x".repeat(10_000), 1)));
        writer.append();
        assertThat(writer.heldBytes()).isBetween(10_000L, 10_100L);
    }

    @Test
    void writesKeysAndNullForNone() {
        AvroFormat keys = new AvroFormat(RecordPart.KEY, AvroCodec.NULL, CONFLUENTS);
        AvroRecordsOf file = AvroRecordsOf.file(
                Written.bytes(keys, keyed(null, null), keyed(Schema.STRING_SCHEMA, "a"), keyed(null, null)));
        assertThat(file.schema()).hasToString("[\"null\",\"string\"]");
        assertThat(file.rows()).containsExactly("null", "a", "null");
    }

    @Test
    void writesAFileOfNullsWhenThereIsNoKeyAtAll() {
        AvroFormat keys = new AvroFormat(RecordPart.KEY, AvroCodec.SNAPPY, CONFLUENTS);
        assertThat(AvroRecordsOf.file(Written.bytes(keys, keyed(null, null), keyed(null, null)))
                        .rows())
                .containsExactly("null", "null");
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        AvroFormat keys = new AvroFormat(RecordPart.KEY, AvroCodec.NULL, CONFLUENTS);
        assertThatThrownBy(() -> Written.bytes(keys, keyed(Schema.STRING_SCHEMA, "a"), keyed(Schema.INT32_SCHEMA, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> Written.bytes(keys, keyed(null, "a")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("keys.format.class=json");
    }

    @Test
    void writesHeadersAsAListOfTextsThatMayBeEmpty() {
        AvroFormat headers = new AvroFormat(RecordPart.HEADERS, AvroCodec.NULL, CONFLUENTS);
        SinkRecord with = keyed(null, null);
        with.headers().addString("reason", "not-json").addInt("partition", 3).add("none", null, null);
        assertThat(AvroRecordsOf.file(Written.bytes(headers, keyed(null, null), with))
                        .rows())
                .isEqualTo(List.of(
                        "[]",
                        "[{\"key\": \"reason\", \"value\": \"not-json\"}, {\"key\": \"partition\", \"value\": \"3\"},"
                                + " {\"key\": \"none\", \"value\": null}]"));
    }

    private static AvroFormat values(AvroCodec codec) {
        return new AvroFormat(RecordPart.VALUE, codec, CONFLUENTS);
    }

    private static SinkRecord keyed(Schema schema, Object key) {
        return new SinkRecord("t", 0, schema, key, null, "v", 0);
    }

    private static Struct place(String country, long visits) {
        return new Struct(PLACE).put("country", country).put("visits", visits).put("coordinates", List.of(1.5, -2.0));
    }

    private static SinkRecord of(Struct struct) {
        return new SinkRecord("t", 0, null, null, struct.schema(), struct, 0);
    }
}
