package dev.pinflow.analytics.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Tally.Age;
import dev.pinflow.analytics.answers.Tally.OfAge;
import dev.pinflow.analytics.answers.Tally.OfCountry;
import dev.pinflow.analytics.answers.Tally.OfFollowers;
import dev.pinflow.analytics.answers.Tally.OfYear;
import dev.pinflow.analytics.answers.Tally.Poster;
import dev.pinflow.analytics.answers.Tally.UsersOfYear;
import dev.pinflow.contract.report.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Rules FIRST = new Rules(
            MedianKind.LOWER,
            Ties.FIRST,
            UserIdentity.FULL,
            true,
            Rules.DEFAULTS.postYears(),
            Rules.DEFAULTS.joinYears(),
            Rules.DEFAULTS.ages());

    private static final Tally TALLY = new Tally(
            List.of(
                    new OfCountry("Peru", "travel", 2),
                    new OfCountry("Peru", "art", 2),
                    new OfCountry("Peru", "quotes", 1),
                    new OfCountry("Chad", "art", 1)),
            List.of(
                    new OfYear(2022, "art", 3),
                    new OfYear(2018, "art", 1),
                    new OfYear(2018, "travel", 2),
                    new OfYear(2017, "art", 7),
                    new OfYear(2023, "art", 4)),
            List.of(
                    new OfAge(new Age.Band(3), "art", 1),
                    new OfAge(new Age.Band(0), "travel", 1),
                    new OfAge(new Age.Outside(), "art", 5),
                    new OfAge(new Age.Unknown(), "art", 6)),
            List.of(
                    new OfFollowers(new Age.Band(0), 2015, Optional.of(10), 1),
                    new OfFollowers(new Age.Band(0), 2016, Optional.of(13), 1),
                    new OfFollowers(new Age.Band(1), 2015, Optional.empty(), 9),
                    new OfFollowers(new Age.Outside(), 2015, Optional.of(30), 1),
                    new OfFollowers(new Age.Band(3), 2014, Optional.of(8), 2)),
            List.of(
                    new Poster("Peru", Optional.of("b"), 70),
                    new Poster("Peru", Optional.empty(), 70),
                    new Poster("Chad", Optional.of("a"), 70)),
            List.of(new UsersOfYear(2017, 4), new UsersOfYear(2015, 3), new UsersOfYear(2021, 2)));

    @Test
    void allTiesAreAnswersInTheOrderOfGroupAndCategory() {
        assertThat(rows(Rules.DEFAULTS, Report.CATEGORY_BY_COUNTRY))
                .containsExactly("Chad|art|1", "Peru|art|2", "Peru|travel|2");
        assertThat(rows(FIRST, Report.CATEGORY_BY_COUNTRY)).containsExactly("Chad|art|1", "Peru|art|2");
    }

    @Test
    void yearsOutsideTheRangeAreLeftOutAndCounted() {
        assertThat(rows(Rules.DEFAULTS, Report.CATEGORY_BY_YEAR)).containsExactly("2018|travel|2", "2022|art|3");
        assertThat(rows(Rules.DEFAULTS, Report.USERS_JOINED_BY_YEAR)).containsExactly("2015|3", "2017|4");

        Exclusions exclusions = new Answers(TALLY, Rules.DEFAULTS).exclusions();
        assertThat(exclusions.postsOutsideYears()).isEqualTo(11);
        assertThat(exclusions.usersOutsideJoinYears()).isEqualTo(2);
        assertThat(exclusions.postsOutsideJoinYears()).isEqualTo(2);
    }

    @Test
    void aPosterWithoutANameStaysAndSortsFirst() {
        assertThat(rows(Rules.DEFAULTS, Report.TOP_USER_BY_COUNTRY))
                .containsExactly("Chad|a|70", "Peru||70", "Peru|b|70");
        assertThat(rows(FIRST, Report.TOP_USER_BY_COUNTRY)).containsExactly("Chad|a|70", "Peru||70");
    }

    @Test
    void theFirstOfTheCountriesThatShareTheTopIsNamedAndTheOthersAreReported() {
        assertThat(rows(Rules.DEFAULTS, Report.COUNTRY_OF_TOP_USER)).containsExactly("Chad|70");
        assertThat(new Answers(TALLY, Rules.DEFAULTS).exclusions().countriesOfTopUser())
                .containsExactly("Chad", "Peru");
    }

    @Test
    void ageGroupsComeInTheirOwnOrderAndOtherAgesAreCounted() {
        assertThat(rows(Rules.DEFAULTS, Report.CATEGORY_BY_AGE_GROUP)).containsExactly("18-24|travel|1", "+50|art|1");

        Exclusions exclusions = new Answers(TALLY, Rules.DEFAULTS).exclusions();
        assertThat(exclusions.postsOutsideAgeGroups()).isEqualTo(5);
        assertThat(exclusions.postsWithoutAge()).isEqualTo(6);
    }

    @Test
    void mediansSkipPostsWithoutACountAndOmitGroupsThatHaveNoOther() {
        assertThat(rows(Rules.DEFAULTS, Report.FOLLOWERS_BY_AGE_GROUP)).containsExactly("18-24|11.5", "+50|8");
        assertThat(rows(FIRST, Report.FOLLOWERS_BY_AGE_GROUP)).containsExactly("18-24|10", "+50|8");
        assertThat(rows(Rules.DEFAULTS, Report.FOLLOWERS_BY_JOIN_YEAR)).containsExactly("2015|20", "2016|13");
        assertThat(rows(Rules.DEFAULTS, Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP))
                .containsExactly("18-24|2015|10", "18-24|2016|13");
        assertThat(new Answers(TALLY, Rules.DEFAULTS).exclusions().postsWithoutFollowers())
                .isEqualTo(9);
    }

    @Test
    void nothingIsAnsweredFromNothing() {
        Tally empty = new Tally(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(new Answers(empty, Rules.DEFAULTS).all())
                .hasSize(Report.values().length)
                .allSatisfy(answer -> assertThat(answer.rows()).isEmpty());
    }

    private static List<String> rows(Rules rules, Report report) {
        return new Answers(TALLY, rules)
                .all().stream()
                        .filter(answer -> answer.report() == report)
                        .flatMap(answer -> answer.rows().stream())
                        .map(row ->
                                String.join("|", row.stream().map(Cell::plain).toList()))
                        .toList();
    }
}
