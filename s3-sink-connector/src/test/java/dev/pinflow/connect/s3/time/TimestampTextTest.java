package dev.pinflow.connect.s3.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {
    private static final DateTimeFormatter JODA =
            ISODateTimeFormat.dateTimeParser().withZoneUTC();

    private final TimestampText texts = new TimestampText();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "2025, 2025",
        "1735689600000, 1735689600000",
        "9223372036854775807, 9223372036854775807",
        "2025-01-01T00:00:00Z, 1735689600000",
        "2025-01-01T00:00:00.5Z, 1735689600500",
        "2025-01-01T00:00:00.123456789Z, 1735689600123",
        "1969-12-31T23:59:59.999Z, -1",
        "2025-01-01, 1735689600000",
        "2025-01-01T05:30:00+05:30, 1735689600000",
        "2025-01-01T00:00:00, 1735689600000",
        "2025-01, 1735689600000",
    })
    void readsMillisecondsAndIsoTimes(String text, long millis) {
        assertThat(texts.millis(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "9223372036854775808",
                "12345678901234567890",
                "2025-02-29T00:00:00Z",
                "2025-01-01T24:00:00Z",
                "2025-01-01T00:60:00Z",
                "2025-01-01T00:00:60Z",
                "2025-01-01 00:00:00",
                "2025-01-01T00:00:00.Z",
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> texts.millis(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void readsWhatLooksLikeATimeAsJodaDoes(@ForAll("almostTimes") String text) {
        Long expected = null;
        try {
            expected = JODA.parseMillis(text);
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> texts.millis(text)).isInstanceOf(IllegalArgumentException.class);
        }
        if (expected != null) {
            assertThat(texts.millis(text)).isEqualTo(expected);
            assertThat(texts.millis(text)).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<String> almostTimes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.strings()
                                .numeric()
                                .ofMaxLength(10)
                                .map(digits -> digits.isEmpty() ? "" : "." + digits),
                        Arbitraries.of("Z", "", "+01:00", "-0930", "z"))
                .as((year, month, day, hour, minute, second, fraction, zone) -> "%04d-%02d-%02dT%02d:%02d:%02d%s%s"
                        .formatted(year, month, day, hour, minute, second, fraction, zone));
    }
}
