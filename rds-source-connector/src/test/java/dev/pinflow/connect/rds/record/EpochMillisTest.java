package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochMillisTest {
    @ParameterizedTest
    @CsvSource({
        "UTC,           2020-08-28T03:52:47.123999, 2020-08-28T03:52:47.123Z",
        "Etc/UTC,       1969-12-31T23:59:59.999999, 1969-12-31T23:59:59.999Z",
        "+02:00,        2020-08-28T03:52:47,        2020-08-28T01:52:47Z",
        "Europe/Berlin, 2020-08-28T03:52:47,        2020-08-28T01:52:47Z",
        "Europe/Berlin, 2020-01-28T03:52:47,        2020-01-28T02:52:47Z",
        // Skipped in spring, twice in autumn.
        "Europe/Berlin, 2020-03-29T02:30:00,        2020-03-29T01:30:00Z",
        "Europe/Berlin, 2020-10-25T02:30:00,        2020-10-25T00:30:00Z",
        "UTC,           0001-01-01T00:00:00,        0001-01-01T00:00:00Z",
        "UTC,           9999-12-31T23:59:59,        9999-12-31T23:59:59Z",
    })
    void isTheInstantAtWhichTheZonesClocksShowTheTime(ZoneId zone, LocalDateTime time, Instant expected) {
        assertThat(new EpochMillis(zone).of(time)).isEqualTo(expected.toEpochMilli());
    }
}
