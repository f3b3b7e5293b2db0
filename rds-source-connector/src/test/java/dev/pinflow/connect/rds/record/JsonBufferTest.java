package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBufferTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    private static byte[] written(byte[] utf8) {
        JsonBuffer json = new JsonBuffer();
        json.writeText(utf8);
        return json.toBytes();
    }

    private static byte[] writtenByJackson(byte[] utf8) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JACKSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            generator.writeUTF8String(utf8, 0, utf8.length);
        }
        return bytes.toByteArray();
    }

    @Property
    void textIsWrittenAsJacksonDoes(@ForAll @StringLength(max = 3000) String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        assertThat(written(utf8)).isEqualTo(writtenByJackson(utf8));
    }

    @Property
    void escapesFitHoweverManyThereAre(@ForAll @CharRange(from = 0, to = 0x22) @StringLength(max = 3000) String text)
            throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        byte[] written = written(utf8);

        assertThat(written).isEqualTo(writtenByJackson(utf8));
        try (JsonParser parser = JACKSON.createParser(written)) {
            assertThat(parser.nextTextValue()).isEqualTo(text);
        }
    }

    @Property
    void integersAreWrittenAsTheirDigits(@ForAll long value) {
        assertThat(number(value)).isEqualTo(Long.toString(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, -10, 99, 100, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersAtTheEdgesAreWrittenAsTheirDigits(long value) {
        assertThat(number(value)).isEqualTo(Long.toString(value));
    }

    private static String number(long value) {
        JsonBuffer json = new JsonBuffer();
        json.writeNumber(value);
        return new String(json.toBytes(), StandardCharsets.US_ASCII);
    }
}
