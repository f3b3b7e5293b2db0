package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.contract.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void namesTheCategoryThatLeadsMostOftenAndTheTies() {
        assertThat(headline(
                        Report.CATEGORY_BY_COUNTRY,
                        row("Chad", "art", 1),
                        row("Mali", "art", 2),
                        row("Mali", "travel", 2),
                        row("Peru", "quotes", 9)))
                .isEqualTo(
                        "The category art leads in 2 of 3 countries. Several categories tie for the lead in 1 country; "
                                + "each of them counts.");
    }

    @Test
    void namesAllCategoriesThatLeadEquallyOften() {
        assertThat(headline(Report.CATEGORY_BY_YEAR, row(2018, "art", 1), row(2019, "travel", 2)))
                .isEqualTo("The categories art and travel each lead in 1 of 2 years.");
    }

    @Test
    void ofManyEqualsOnlyTheFirstAreNamed() {
        assertThat(headline(
                        Report.CATEGORY_BY_AGE_GROUP,
                        row("18-24", "a", 1),
                        row("18-24", "b", 1),
                        row("18-24", "c", 1),
                        row("18-24", "d", 1),
                        row("18-24", "e", 1)))
                .startsWith("The categories a, b, c and 2 more each lead in 1 of 1 age group.");
    }

    @Test
    void namesThePosterWithTheMostFollowersEvenOneWithoutAName() {
        Row nameless = new Row(List.of(Cell.of("Peru"), Cell.of(Optional.empty()), Cell.of(8_000_000)));

        assertThat(headline(Report.TOP_USER_BY_COUNTRY, row("Chad", "Amy", 7_000), nameless))
                .isEqualTo("The largest follower count is 8,000,000: a poster without a name (Peru).");
    }

    @Test
    void namesTheExtremesOfTheMedians() {
        assertThat(Headline.of(SampleFindings.MEDIANS))
                .isEqualTo("Highest for age group +50 (69,000), lowest for age group 18-24 (42.5).");
        assertThat(headline(Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP, row("18-24", 2015, 2), row("18-24", 2016, 1)))
                .isEqualTo(
                        "Highest for age group 18-24 joined in 2015 (2), lowest for age group 18-24 joined in 2016 (1).");
        assertThat(headline(Report.FOLLOWERS_BY_JOIN_YEAR, row(2015, 5), row(2016, 5)))
                .isEqualTo("The median is 5 throughout.");
    }

    @Test
    void namesTheYearThatMostUsersJoinedIn() {
        assertThat(headline(Report.USERS_JOINED_BY_YEAR, row(2015, 697), row(2016, 2_623)))
                .isEqualTo("Most users joined in 2016: 2,623 of 3,320.");
    }

    @Test
    void saysWhenThereIsNoAnswer() {
        assertThat(headline(Report.USERS_JOINED_BY_YEAR)).isEqualTo("No post answers this question.");
    }

    private static String headline(Report report, Row... rows) {
        return Headline.of(new Answer(report, Stream.of(rows).map(Row::cells).toList()));
    }

    private static Row row(Object... cells) {
        return new Row(Stream.of(cells)
                .map(cell -> cell instanceof Integer number ? Cell.of(number) : Cell.of(cell.toString()))
                .toList());
    }

    private record Row(List<Cell> cells) {}
}
