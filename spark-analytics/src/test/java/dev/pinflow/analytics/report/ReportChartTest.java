package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.page.BarChart.Bar;
import dev.pinflow.contract.report.Report;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportChartTest {
    @Test
    void manyCountriesAreDrawnAsTheNumberThatEachCategoryLeads() {
        ReportChart chart = new ReportChart(new Answer(
                Report.CATEGORY_BY_COUNTRY,
                List.of(
                        List.of(Cell.of("Chad"), Cell.of("art"), Cell.of(9)),
                        List.of(Cell.of("Mali"), Cell.of("travel"), Cell.of(1)),
                        List.of(Cell.of("Peru"), Cell.of("travel"), Cell.of(1)))));

        assertThat(chart.bars()).containsExactly(new Bar("travel", 2, "2", 0), new Bar("art", 1, "1", 0));
        assertThat(chart.note()).isEmpty();
    }

    @Test
    void ofManyPostersTheLargestAreDrawnAndTheNoteTellsOfEqualsThatAreNot() {
        ReportChart chart = new ReportChart(new Answer(
                Report.TOP_USER_BY_COUNTRY,
                IntStream.range(0, 1_020)
                        .mapToObj(i -> List.of(Cell.of("Land " + i), Cell.of("Amy"), Cell.of(i < 1_003 ? 5 : 6_000)))
                        .toList()));

        assertThat(chart.bars()).hasSize(15).first().isEqualTo(new Bar("Land 1003 · Amy", 6_000, "6,000", 0));
        assertThat(chart.note()).contains("The 15 largest of 1,020; 2 more equal the last of them.");
    }

    @Test
    void agesHaveAColourEachWhereYearsDivideThem() {
        ReportChart chart = new ReportChart(new Answer(
                Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP,
                List.of(
                        List.of(Cell.of("18-24"), Cell.of(2015), Cell.of(1)),
                        List.of(Cell.of("18-24"), Cell.of(2016), Cell.of(2)),
                        List.of(Cell.of("25-35"), Cell.of(2015), Cell.of(3)))));

        assertThat(chart.bars())
                .containsExactly(
                        new Bar("18-24 · joined in 2015", 1, "1", 0),
                        new Bar("18-24 · joined in 2016", 2, "2", 0),
                        new Bar("25-35 · joined in 2015", 3, "3", 1));
    }

    @Test
    void aSingleNumberIsNotDrawn() {
        assertThat(new ReportChart(new Answer(
                                Report.COUNTRY_OF_TOP_USER, List.of(List.of(Cell.of("Peru"), Cell.of(8_000_000)))))
                        .isWorthDrawing())
                .isFalse();
    }
}
