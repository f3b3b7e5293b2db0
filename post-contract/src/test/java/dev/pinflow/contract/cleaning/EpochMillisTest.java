package dev.pinflow.contract.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EpochMillisTest {
    @ParameterizedTest
    @CsvSource({
        "2020-08-28T03:52:47, 2020-08-28T03:52:47Z",
        "2020-08-28 03:52:47, 2020-08-28T03:52:47Z",
        "2020:08:28 03:52:47, 2020-08-28T03:52:47Z",
        "2020-08-28T03:52:47.9, 2020-08-28T03:52:47.900Z",
        "2020-08-28T03:52:47.123999, 2020-08-28T03:52:47.123Z",
        "2020-08-28T03:52:47Z, 2020-08-28T03:52:47Z",
        "2020-08-28T03:52:47+05:30, 2020-08-27T22:22:47Z",
        "2020-08-28T03:52:47.5-0800, 2020-08-28T11:52:47.500Z",
        "2020-02-29T00:00:00+01, 2020-02-28T23:00:00Z",
        "1598586767000, 2020-08-28T03:52:47Z",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999, 9999-12-31T23:59:59.999Z",
    })
    void readsTheFormsThatExist(String text, Instant instant) {
        assertThat(EpochMillis.ofText(text)).hasValue(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-08-28",
                "2020-13-01T00:00:00",
                "2021-02-29T00:00:00",
                "2020-08-28T24:00:00",
                "2020-08-28T03:60:47",
                "2020-08-28T03:52:60",
                "2020:08:28T03:52:47",
                "2020-08:28 03:52:47",
                "2020-08-28T03:52:47.",
                "2020-08-28T03:52:47+",
                "2020-08-28T03:52:47+5",
                "2020-08-28T03:52:47+19:00",
                "2020-08-28T03:52:47+05:60",
                "2020-08-28T03:52:47 UTC",
                "0000-01-01T00:00:00",
                "0001-01-01T00:00:00+01:00",
                "99999999999999999999",
                "-5",
                "yesterday",
                "２020-08-28T03:52:47"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(EpochMillis.ofText(text)).isEmpty();
    }

    @Property
    void everySecondOfTheCalendarReadsBack(@ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second) {
        String text = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
        assertThat(EpochMillis.ofText(text)).hasValue(second * 1000);
    }
}
