package dev.pinflow.contract.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowerCountTest {
    private static final Pattern CONTRACT = Pattern.compile("^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?[kKmM]?$");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "812 | 812",
                "5k | 5000",
                "15M | 15000000",
                "1.5m | 1500000",
                "1.2345K | 1234",
                "1.2355k | 1236",
                "0.5 | 0",
                "1.5 | 2",
                "2.5 | 2",
                "2.50000000001 | 3",
                "1,234 | 1234",
                "12,345,678 | 12345678",
                "1,234.5k | 1234500",
                "000007 | 7",
                "2147483647 | 2147483647",
                "2147.483647M | 2147483647",
                "2147483647.49 | 2147483647",
            })
    void readsCounts(String text, int count) {
        assertThat(FollowerCount.parse(text)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "5kk",
                "5 k",
                "-5",
                "+5",
                "1.k",
                ".5k",
                "1,23",
                "1234,567",
                "1,2345",
                ",123",
                "1,",
                "5b",
                "٣",
                "2147483648",
                "2147483647.5",
                "2147.483648M",
                "99999999999999999999999M",
                "1e3",
                "1,234,56"
            })
    void refusesWhatIsNoCountOrTooLarge(String text) {
        assertThat(FollowerCount.parse(text)).isEmpty();
    }

    @Property(tries = 5000)
    void agreesWithTheContractsPatternAndExactArithmetic(@ForAll("almostCounts") String text) {
        assertThat(FollowerCount.parse(text)).isEqualTo(expected(text));
    }

    @Provide
    Arbitrary<String> almostCounts() {
        Arbitrary<String> noise =
                Arbitraries.strings().withChars("0123456789,.kKmM").ofMaxLength(14);
        Arbitrary<String> whole =
                Arbitraries.strings().withChars("0459").ofMinLength(1).ofMaxLength(11);
        Arbitrary<String> fraction =
                Arbitraries.strings().withChars("0459").ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> suffix = Arbitraries.of("", "k", "M");
        return Arbitraries.oneOf(
                noise,
                net.jqwik.api.Combinators.combine(whole, fraction, suffix).as((w, f, s) -> w + "." + f + s));
    }

    private static OptionalInt expected(String text) {
        if (!CONTRACT.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        String digits = text.replaceAll("[,kKmM]", "");
        int shift = text.matches(".*[kK]") ? 3 : text.matches(".*[mM]") ? 6 : 0;
        BigDecimal count = new BigDecimal(digits).movePointRight(shift).setScale(0, RoundingMode.HALF_EVEN);
        return count.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? OptionalInt.of(count.intValueExact())
                : OptionalInt.empty();
    }
}
