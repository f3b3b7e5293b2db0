package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.page.BarChart.Bar;
import dev.pinflow.contract.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bars of a report. A row is a bar, whose last column is its length and the others its name; only the many countries
 * are drawn as the number of countries where each category leads.
 */
final class ReportChart {
    private static final int MOST_BARS = 15;
    private static final int COLOURS = 6;

    private final Answer answer;
    private final List<Bar> all;

    ReportChart(Answer answer) {
        this.answer = answer;
        this.all = answer.report() == Report.CATEGORY_BY_COUNTRY ? countriesOfCategories() : rows();
    }

    /** A single bar says less than its number. */
    boolean isWorthDrawing() {
        return all.size() > 1;
    }

    /** What the bars measure, in which unit. */
    String caption() {
        return switch (answer.report()) {
            case CATEGORY_BY_COUNTRY -> "Number of countries where the category is the most posted";
            case CATEGORY_BY_YEAR, CATEGORY_BY_AGE_GROUP -> "Posts in the leading category";
            case TOP_USER_BY_COUNTRY, COUNTRY_OF_TOP_USER -> "Followers";
            case FOLLOWERS_BY_AGE_GROUP, FOLLOWERS_BY_JOIN_YEAR, FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP ->
                "Median follower count of the posts";
            case USERS_JOINED_BY_YEAR -> "Users who joined";
        };
    }

    List<Bar> bars() {
        return isCut() ? all.subList(0, MOST_BARS) : all;
    }

    /** What a reader would miss when only the longest bars are drawn. */
    Optional<String> note() {
        if (!isCut()) {
            return Optional.empty();
        }
        Bar last = all.get(MOST_BARS - 1);
        long equals = all.stream()
                .skip(MOST_BARS)
                .filter(bar -> bar.value() == last.value())
                .count();
        String more =
                equals == 0 ? "." : "; " + Shown.counted(equals, "more equals", "more equal") + " the last of them.";
        return Optional.of("The " + MOST_BARS + " largest of " + Shown.grouped(all.size()) + more);
    }

    private boolean isCut() {
        boolean byCountry =
                answer.report() == Report.CATEGORY_BY_COUNTRY || answer.report() == Report.TOP_USER_BY_COUNTRY;
        return byCountry && all.size() > MOST_BARS;
    }

    private List<Bar> countriesOfCategories() {
        Map<String, Long> countries = Leaders.groupsLed(answer);
        return largestFirst(countries.entrySet().stream()
                .map(category -> new Bar(category.getKey(), category.getValue(), Shown.grouped(category.getValue()), 0))
                .toList());
    }

    private List<Bar> rows() {
        List<Bar> bars = new ArrayList<>();
        List<Cell> groups = groups();
        for (List<Cell> row : answer.rows()) {
            Cell value = row.get(row.size() - 1);
            bars.add(new Bar(
                    label(row),
                    value instanceof Cell.Amount amount ? amount.value().doubleValue() : 0,
                    Shown.grouped(value),
                    Math.max(0, groups.indexOf(row.get(0))) % COLOURS));
        }
        return answer.report() == Report.TOP_USER_BY_COUNTRY ? largestFirst(bars) : List.copyOf(bars);
    }

    private static List<Bar> largestFirst(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparingDouble(Bar::value).reversed())
                .toList();
    }

    /** Where two things group the bars, the first has its colour; elsewhere one colour says all. */
    private List<Cell> groups() {
        if (answer.report() != Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP) {
            return List.of();
        }
        return answer.rows().stream().map(row -> row.get(0)).distinct().toList();
    }

    private String label(List<Cell> row) {
        String between = answer.report() == Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP ? " · joined in " : " · ";
        return row.subList(0, row.size() - 1).stream().map(Shown::text).collect(Collectors.joining(between));
    }
}
