package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RejectedRecordTest {
    private static final Map<String, String> ORIGIN = Map.of(
            RejectedHeaders.TOPIC, "user-x.pin",
            RejectedHeaders.PARTITION, "0",
            RejectedHeaders.OFFSET, "12",
            RejectedHeaders.TIMESTAMP, "1000");

    @Test
    void tellsWhereItCameFromAndWhy() {
        RejectedRecord record = Rejects.record(9, Map.of());
        assertThat(record.position()).hasToString("user-x.rejected-1@9");
        assertThat(record.raw()).hasToString("user-x.geo-2@40");
        assertThat(record.timestamp().toEpochMilli()).isEqualTo(Rejects.TIMESTAMP);
        assertThat(record.reason()).isEqualTo("missing-member");
        assertThat(record.field()).isEqualTo("country");
        assertThat(record.attempt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "pinflow.rejected.topic, ''",
        "pinflow.rejected.partition, -1",
        "pinflow.rejected.partition, 2147483648",
        "pinflow.rejected.offset, many",
        "pinflow.rejected.offset, 99999999999999999999",
        "pinflow.rejected.timestamp, ''"
    })
    void aRecordWithoutAReadableOriginIsNotOurs(String header, String value) {
        Map<String, String> headers = new HashMap<>(ORIGIN);
        assertThat(RejectedRecord.of(Rejects.consumed(1, new byte[0], headers))).isPresent();
        headers.put(header, value);
        assertThat(RejectedRecord.of(Rejects.consumed(1, new byte[0], headers))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0, 0", "-1, 0", "second, 0", "99999999999, 0"})
    void anAttemptThatIsNoNumberIsNone(String header, int attempt) {
        assertThat(Rejects.record(9, Map.of(ReplayHeaders.ATTEMPT, header)).attempt())
                .isEqualTo(attempt);
    }
}
