package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.storage.StringConverter;
import org.junit.jupiter.api.Test;

class KeyModeTest {
    private static byte[] written(KeyMode mode, long position) {
        StringConverter converter = new StringConverter();
        converter.configure(Map.of(), true);
        return converter.fromConnectData("user-1.pin", mode.schema(), mode.of(position));
    }

    @Test
    void anIndexIsWrittenAsUnquotedDigits() {
        assertThat(written(KeyMode.INDEX, 7528))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("7528");
        assertThat(written(KeyMode.INDEX, Long.MIN_VALUE))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("-9223372036854775808");
    }

    @Test
    void noKeyIsWrittenAsNone() {
        assertThat(written(KeyMode.NONE, 7528)).isNull();
        assertThat(KeyMode.NONE.schema()).isNull();
    }
}
