package dev.pinflow.connect.s3.format.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.Written;
import java.nio.ByteBuffer;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class BytesFormatTest {
    private static final BytesFormat LINES = new BytesFormat(RecordPart.VALUE, ".json", "\n".getBytes(UTF_8));

    @Test
    void writesTheBytesAsTheyAreAndTheSeparatorAfterEach() {
        assertThat(Written.text(LINES, of("{\"a\" : 1}".getBytes(UTF_8)), of(ByteBuffer.wrap("é".getBytes(UTF_8)))))
                .isEqualTo("{\"a\" : 1}\né\n");
    }

    @Test
    void takesAnEmptySeparator() {
        BytesFormat joined = new BytesFormat(RecordPart.VALUE, ".bin", new byte[0]);
        assertThat(Written.text(joined, of(new byte[] {'a'}), of(new byte[] {'b'})))
                .isEqualTo("ab");
    }

    @Test
    void writesAnEmptyLineForANullKey() {
        BytesFormat keys = new BytesFormat(RecordPart.KEY, ".bin", "\n".getBytes(UTF_8));
        assertThat(Written.text(keys, of(new byte[] {'a'}))).isEqualTo("\n");
    }

    @Test
    void refusesWhatIsNotBytesAndNamesTheConverter() {
        assertThatThrownBy(() -> Written.text(LINES, of("text")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("String")
                .hasMessageContaining("ByteArrayConverter");
    }

    private static SinkRecord of(Object value) {
        return new SinkRecord("t", 0, null, null, null, value, 0);
    }
}
