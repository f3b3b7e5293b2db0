package dev.pinflow.connect.s3.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.Written;
import java.nio.ByteBuffer;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimJsonTest {
    private static final JsonFormat FORMAT = format(RecordPart.VALUE);

    @Test
    void writesTextOfAnyClassAsItStands() {
        ByteBuffer slice = ByteBuffer.wrap("xx{\"é\" : 1}x".getBytes(UTF_8), 2, 10);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(2).put("12".getBytes(UTF_8)).flip();
        assertThat(Written.text(FORMAT, of("{\"a\" : 1.0}"), of("[ ]".getBytes(UTF_8)), of(slice), of(direct)))
                .isEqualTo("{\"a\" : 1.0}\n[ ]\n{\"é\" : 1}\n12\n");
        assertThat(slice.remaining()).isEqualTo(10);
    }

    @Test
    void writesOtherValuesAsJson() {
        assertThat(Written.text(FORMAT, of(Map.of("a", "b")), of("{}"), of(null), of(5)))
                .isEqualTo("{\"a\":\"b\"}\n{}\nnull\n5\n");
    }

    @Test
    void leavesTheRecordsOwnBytesAlone() {
        byte[] value = "{\r\n}".getBytes(UTF_8);
        assertThat(Written.text(FORMAT, of(value))).isEqualTo("{  }\n");
        assertThat(value).isEqualTo("{\r\n}".getBytes(UTF_8));
    }

    @Property
    void keepsEveryRecordOnItsLine(@ForAll @CharRange(from = '\0', to = '\u0100') String text) {
        String json = '"' + text + '"';
        assertThat(Written.text(FORMAT, of(json)))
                .isEqualTo(json.replace('\n', ' ').replace('\r', ' ') + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r "})
    void refusesAnEmptyText(String text) {
        assertThatThrownBy(() -> Written.text(FORMAT, of(text)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("json.text");
    }

    @Test
    void quotesKeysAllTheSame() {
        SinkRecord keyed = new SinkRecord("t", 0, null, "k", null, "{}", 0);
        assertThat(Written.text(format(RecordPart.KEY), keyed)).isEqualTo("\"k\"\n");
    }

    private static JsonFormat format(RecordPart part) {
        return new JsonFormat(part, DecimalText.BASE64, TextValues.VERBATIM, 10);
    }

    private static SinkRecord of(Object value) {
        return new SinkRecord("t", 0, null, null, null, value, 0);
    }
}
