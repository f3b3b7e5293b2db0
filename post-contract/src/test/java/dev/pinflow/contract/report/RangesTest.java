package dev.pinflow.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @Test
    void theLastAgeGroupBeginsAboveTheAgeItNames() {
        assertThat(AgeBand.DEFAULTS)
                .containsExactly(
                        new AgeBand("18-24", 18, 24),
                        new AgeBand("25-35", 25, 35),
                        new AgeBand("36-50", 36, 50),
                        new AgeBand("+50", 51, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "18-", "24-18", "18-24,24-30", "+50,60-70", "18-24,", "old"})
    void ageGroupsThatOverlapOrHaveAnotherFormAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgeBand.parseAll(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2018", "2018-", "2022-2018", "18-22", "2018–2022"})
    void yearsThatAreNoRangeAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> YearRange.parse(text));
    }

    @Test
    void aRangeOfYearsHoldsBothEnds() {
        YearRange years = YearRange.parse("2018-2022");

        assertThat(Stream.of(2017, 2018, 2022, 2023).map(years::contains)).containsExactly(false, true, true, false);
    }

    @Test
    void textIsOrderedByCodePointAndNotByUtf16Unit() {
        String astral = "\uD83D\uDE00";
        String highInTheFirstPlane = "\uFF21";

        assertThat(astral).isLessThan(highInTheFirstPlane);
        assertThat(TextOrder.BY_CODE_POINT.compare(astral, highInTheFirstPlane)).isPositive();
        assertThat(Stream.of("b", "a", "Z", "é", "").sorted(TextOrder.BY_CODE_POINT))
                .containsExactly("", "Z", "a", "b", "é");
    }
}
