package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTextTest {
    /** From 0000-01-01T00:00 to 9999-12-31T23:59:59. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;

    @Property
    void isTheTextOfTheStandardFormatter(
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
        String expected = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);

        assertThat(IsoText.local(time)).isEqualTo(expected);
        assertThat(IsoText.utc(time)).isEqualTo(expected + "Z");
        assertThat(IsoText.date(time.toLocalDate())).isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE.format(time));
    }

    @Property
    void cutsTrailingZerosOfMicroseconds(@ForAll @IntRange(max = 999_999) int micros) {
        LocalDateTime time = LocalDate.EPOCH.atStartOfDay().withNano(micros * 1_000);

        assertThat(IsoText.local(time)).isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00,            0001-01-01T00:00:00",
        "9999-12-31T23:59:59.999999,  9999-12-31T23:59:59.999999",
        "2020-08-28T03:52:47.1,       2020-08-28T03:52:47.1",
        "2020-08-28T03:52:47.000001,  2020-08-28T03:52:47.000001",
    })
    void holdsForTheEndsOfMySqlsRange(LocalDateTime time, String expected) {
        assertThat(IsoText.local(time)).isEqualTo(expected);
    }
}
