package dev.pinflow.connect.s3.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.format.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ParquetKeysAndHeadersTest {
    private static final ParquetFormat KEYS = format(RecordPart.KEY);
    private static final ParquetFormat HEADERS = format(RecordPart.HEADERS);

    @Test
    void describesAKeyAsOptionalWhateverItsSchemaSays() {
        Schema required =
                SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();
        assertThat(RowShape.of(RecordPart.KEY, required).message().toString()).isEqualTo("""
                message RecordKey {
                  optional group key {
                    required int64 id;
                  }
                }
                """);
    }

    @Test
    void describesHeadersAsAListOfKeyAndValue() {
        Schema schema = RecordPart.HEADERS.schema(key(null, null));
        assertThat(RowShape.of(RecordPart.HEADERS, schema).message().toString()).isEqualTo("""
                message RecordHeaders {
                  required group headers (LIST) {
                    repeated group list {
                      required group element {
                        required binary key (STRING);
                        optional binary value (STRING);
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void writesARowForEveryKeyNullOnesIncluded() {
        assertThat(rows(KEYS, text("a"), text(null), key(null, null), text("b")))
                .containsExactly("key: a\n", "", "", "key: b\n");
    }

    @Test
    void writesNullKeysThatComeBeforeAnySchema() {
        assertThat(rows(KEYS, key(null, null), key(null, null), key(Schema.INT32_SCHEMA, 7), key(null, null)))
                .containsExactly("", "", "key: 7\n", "");
    }

    @Test
    void writesAFileOfNullKeysOnly() {
        assertThat(rows(KEYS, key(null, null), key(null, null))).containsExactly("", "");
    }

    @Test
    void writesKeysWithFields() {
        Schema schema = SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();
        Struct struct = new Struct(schema).put("id", 5L);
        assertThat(rows(KEYS, key(schema, struct), key(schema, null))).containsExactly("key\n  id: 5\n", "");
    }

    @Test
    void refusesAKeyWithoutASchemaAndTakesTheNext() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RecordWriter writer = KEYS.open(key(null, null), file);
        assertThatThrownBy(() -> writer.stage(key(null, Map.of("id", 5))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("key.converter");
        writer.stage(text("a"));
        writer.append();
        writer.finish();
        assertThat(ParquetRowsOf.file(file.toByteArray())).containsExactly("key: a\n");
    }

    @Test
    void refusesToOpenAnObjectForAKeyWithoutASchema() {
        SinkRecord schemaless = key(null, Map.of("id", 5));
        assertThatThrownBy(() -> KEYS.open(schemaless, new ByteArrayOutputStream()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("keys.format.class=json");
    }

    @Test
    void refusesAKeyOfAnotherSchema() {
        RecordWriter writer = KEYS.open(text("a"), new ByteArrayOutputStream());
        assertThatThrownBy(() -> writer.stage(key(Schema.INT32_SCHEMA, 7)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one schema");
    }

    @Test
    void refusesAKeyWithoutARequiredField() {
        Schema schema = SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();
        RecordWriter writer = KEYS.open(key(schema, null), new ByteArrayOutputStream());
        assertThatThrownBy(() -> writer.stage(key(schema, new Struct(schema))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("id");
    }

    @Test
    void writesHeadersAndEmptyListsOfThem() {
        SinkRecord filled = new SinkRecord(
                "t",
                0,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                new ConnectHeaders().addString("trace", "x").addInt("tries", 3).addString("nothing", null));
        assertThat(rows(HEADERS, key(null, null), filled)).containsExactly("headers\n", """
                headers
                  list
                    element
                      key: trace
                      value: x
                  list
                    element
                      key: tries
                      value: 3
                  list
                    element
                      key: nothing
                """);
    }

    private static Iterable<String> rows(ParquetFormat format, SinkRecord... records) {
        return ParquetRowsOf.file(Written.bytes(format, records));
    }

    private static ParquetFormat format(RecordPart part) {
        return new ParquetFormat(part, ParquetCodec.SNAPPY, 1 << 20);
    }

    private static SinkRecord text(String key) {
        return key(Schema.OPTIONAL_STRING_SCHEMA, key);
    }

    private static SinkRecord key(Schema schema, Object key) {
        return new SinkRecord("t", 0, schema, key, null, null, 0);
    }
}
