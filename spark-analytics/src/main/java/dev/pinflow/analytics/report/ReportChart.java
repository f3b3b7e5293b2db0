package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.answers.Report;
import dev.pinflow.analytics.page.BarChart.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bars of a report: its last column is their length, the others name them. */
final class ReportChart {
    private static final int MOST_BARS = 15;
    private static final int COLOURS = 6;

    private final Answer answer;

    ReportChart(Answer answer) {
        this.answer = answer;
    }

    /** A single bar says less than its number. */
    boolean isWorthDrawing() {
        return answer.rows().size() > 1;
    }

    /** In the report's order, or the longest ones when they are too many. */
    List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        List<Cell> colours = colours();
        for (List<Cell> row : answer.rows()) {
            Cell value = row.get(row.size() - 1);
            int colour = colours.indexOf(row.get(row.size() - 2));
            bars.add(new Bar(
                    label(row),
                    value instanceof Cell.Amount amount ? amount.value().doubleValue() : 0,
                    Shown.grouped(value),
                    Math.max(0, colour) % COLOURS));
        }
        if (isCut()) {
            bars.sort(Comparator.comparingDouble(Bar::value).reversed());
        }
        return bars.subList(0, isCut() ? MOST_BARS : bars.size());
    }

    Optional<String> note() {
        return isCut()
                ? Optional.of(
                        "The " + MOST_BARS + " largest of " + answer.rows().size() + " rows.")
                : Optional.empty();
    }

    private boolean isCut() {
        return answer.report() != Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP
                && answer.rows().size() > MOST_BARS;
    }

    /** Where two things group the bars, the second has its colour; elsewhere one colour says all. */
    private List<Cell> colours() {
        if (answer.report() != Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP) {
            return List.of();
        }
        return answer.rows().stream().map(row -> row.get(1)).distinct().toList();
    }

    private static String label(List<Cell> row) {
        return row.subList(0, row.size() - 1).stream().map(Shown::text).collect(Collectors.joining(" · "));
    }
}
