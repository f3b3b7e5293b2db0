package dev.pinflow.ingest.produce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pinflow.ingest.write.PostedRecord;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    @Test
    void readsTheClassicScriptsRequest() throws RequestException {
        PostedRecord record = only("{\"records\":[{\"value\":{\"index\":7528,\"title\":\"Zo\u00eb \ud83d\ude00\"}}]}");

        assertThat(text(record.value().orElseThrow()))
                .isEqualTo("{\"index\":7528,\"title\":\"Zo\u00eb \ud83d\ude00\"}");
        assertThat(text(record.key().orElseThrow())).isEqualTo("7528");
        assertThat(record.partition()).isEmpty();
    }

    @Test
    void valuesAreCompactAndOtherwiseAsTheyCame() throws RequestException {
        PostedRecord record = only("{ \"records\" : [ { \"value\" : { \"a\" : 1.50e3 , \"a\" : [ true, null ] } } ] }");

        assertThat(text(record.value().orElseThrow())).isEqualTo("{\"a\":1.50e3,\"a\":[true,null]}");
    }

    @Test
    void aTextValueKeepsItsQuotes() throws RequestException {
        assertThat(text(only("{\"records\":[{\"value\":\"x\"}]}").value().orElseThrow()))
                .isEqualTo("\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"records\":[{\"value\":null}]}", "{\"records\":[{}]}"})
    void aMissingValueIsATombstone(String body) throws RequestException {
        assertThat(only(body).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"ind\":12}`, 12",
                "`{\"ind\":\"12\"}`, 12",
                "`{\"x\":{\"ind\":1},\"index\":12}`, 12",
            })
    void thePostIndexBecomesTheKey(String value, String key) throws RequestException {
        assertThat(text(only("{\"records\":[{\"value\":" + value + "}]}").key().orElseThrow()))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ind\":-1}", "{\"ind\":1.5}", "{\"ind\":{}}", "{\"x\":1}", "[{\"ind\":1}]", "12"})
    void withoutAPostIndexThereIsNoKey(String value) throws RequestException {
        assertThat(only("{\"records\":[{\"value\":" + value + "}]}").key()).isEmpty();
    }

    @Test
    void aGivenKeyAndPartitionAreTaken() throws RequestException {
        PostedRecord record =
                only("{\"records\":[{\"key\":\"k\",\"partition\":3,\"value\":{\"ind\":1},\"more\":[1]}]}");

        assertThat(text(record.key().orElseThrow())).isEqualTo("\"k\"");
        assertThat(record.partition()).isEqualTo(OptionalInt.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"records\":[]}", "{\"records\":null}", "{}"})
    void aRequestWithoutRecordsIsUnprocessable(String body) {
        assertAnswer(body, 422, 422);
    }

    @Test
    void anEmptyBodyIsAPayloadError() {
        assertAnswer("", 422, 42206);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "[]",
                "{\"records\":{}}",
                "{\"records\":[1]}",
                "{\"records\":[{\"value\":NaN}]}",
                "{\"records\":[{\"partition\":\"0\",\"value\":1}]}",
                "{\"records\":[{\"partition\":-1,\"value\":1}]}",
                "{\"records\":[{\"partition\":99999999999,\"value\":1}]}",
                "{\"records\":[{\"value\":1}]} x",
                "{\"records\":[{\"value\":1}"
            })
    void whatIsNoSuchRequestIsABadRequest(String body) {
        assertAnswer(body, 400, 400);
    }

    @Test
    void nestingWithoutEndIsABadRequest() {
        assertThatThrownBy(() -> parse("{\"records\":[{\"value\":" + "[".repeat(100_000)))
                .isInstanceOf(RequestException.class);
    }

    private static void assertAnswer(String body, int status, int errorCode) {
        RequestException e = catchThrowableOfType(RequestException.class, () -> parse(body));
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.errorCode()).isEqualTo(errorCode);
    }

    private static PostedRecord only(String body) throws RequestException {
        List<PostedRecord> records = parse(body);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static List<PostedRecord> parse(String body) throws RequestException {
        return new JsonRecords().parse(body.getBytes(UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
