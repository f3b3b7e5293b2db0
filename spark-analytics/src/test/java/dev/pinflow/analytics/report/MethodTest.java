package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.MedianKind;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.answers.Ties;
import dev.pinflow.analytics.answers.UserIdentity;
import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.YearRange;
import org.junit.jupiter.api.Test;

class MethodTest {
    @Test
    void tellsTheContractsRules() {
        assertThat(Method.of(Rules.DEFAULTS))
                .contains(
                        "Posts are counted once each, by their latest record.",
                        "Years are UTC years. Reported are posts of 2018-2022 and users who joined in 2015-2020.",
                        "Age groups, in years: 18-24, 25-35, 36-50, +50 (51 and older).");
    }

    @Test
    void everyOptionChangesItsSentence() {
        Rules others = new Rules(
                MedianKind.LOWER,
                Ties.FIRST,
                UserIdentity.NAME,
                false,
                new YearRange(2019, 2019),
                new YearRange(2015, 2016),
                AgeBand.parseAll("0-17"));

        assertThat(Method.of(others)).doesNotContainAnyElementsOf(Method.of(Rules.DEFAULTS));
        assertThat(String.join(" ", Method.of(others)))
                .contains("Every record counts, re-posts too")
                .doesNotContain("counted once");
    }
}
