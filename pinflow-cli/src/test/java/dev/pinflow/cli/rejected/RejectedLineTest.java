package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RejectedLineTest {
    private static final String BEFORE_VALUE =
            "{\"rejected\":{\"topic\":\"user-x.rejected\",\"partition\":1,\"offset\":9},"
                    + "\"raw\":{\"topic\":\"user-x.geo\",\"partition\":2,\"offset\":40},"
                    + "\"timestamp\":\"2023-11-14T22:13:20.123Z\",\"reason\":\"missing-member\",\"field\":\"country\","
                    + "\"message\":\"A geo record needs its country.\",\"attempt\":0,\"key\":\"7\",";

    private final RejectedLine line = new RejectedLine();

    @Test
    void printsTextAsText() {
        byte[] value = "{\"ü\":1}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(line.of(Rejects.record(9, value, Map.of())))
                .isEqualTo(BEFORE_VALUE + "\"value\":\"{\\\"ü\\\":1}\\n\"}");
    }

    @Test
    void printsOtherBytesInBase64() {
        assertThat(line.of(Rejects.record(9, new byte[] {(byte) 0xC3, '('}, Map.of())))
                .isEqualTo(BEFORE_VALUE + "\"valueBase64\":\"wyg=\"}");
    }

    @Test
    void tellsANullFromAnEmptyValue() {
        assertThat(line.of(Rejects.record(9, null, Map.of()))).endsWith("\"value\":null}");
        assertThat(line.of(Rejects.record(9, new byte[0], Map.of()))).endsWith("\"value\":\"\"}");
    }
}
