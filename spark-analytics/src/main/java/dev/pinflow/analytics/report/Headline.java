package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a report says in a sentence or two, for who reads no more than that. */
final class Headline {
    private final Answer answer;
    private final Cell highest;
    private final Cell lowest;

    private Headline(Answer answer) {
        this.answer = answer;
        List<Cell> values = answer.rows().stream()
                .map(Headline::last)
                .sorted(Comparator.comparing(Headline::amount))
                .toList();
        this.lowest = values.get(0);
        this.highest = values.get(values.size() - 1);
    }

    /** Plain text, not escaped. */
    static String of(Answer answer) {
        return answer.rows().isEmpty() ? "No post answers this question." : new Headline(answer).sentences();
    }

    private String sentences() {
        return switch (answer.report()) {
            case CATEGORY_BY_COUNTRY -> leaders("country", "countries");
            case CATEGORY_BY_YEAR -> leaders("year", "years");
            case CATEGORY_BY_AGE_GROUP -> leaders("age group", "age groups");
            case TOP_USER_BY_COUNTRY ->
                "The largest follower count is " + Shown.grouped(highest) + ": "
                        + where(highest, row -> poster(row.get(1)) + " (" + Shown.text(row.get(0)) + ")") + ".";
            case COUNTRY_OF_TOP_USER ->
                where(highest, Headline::first) + ", with " + Shown.grouped(highest) + " followers.";
            case USERS_JOINED_BY_YEAR ->
                "Most users joined in " + where(highest, Headline::first) + ": " + Shown.grouped(highest) + " of "
                        + Shown.grouped(total()) + ".";
            case FOLLOWERS_BY_AGE_GROUP -> extremes(row -> "age group " + first(row));
            case FOLLOWERS_BY_JOIN_YEAR -> extremes(row -> "users who joined in " + first(row));
            case FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP ->
                extremes(row -> "age group " + first(row) + " joined in " + Shown.text(row.get(1)));
        };
    }

    private String leaders(String one, String many) {
        Map<String, Long> led = Leaders.groupsLed(answer);
        Map<Cell, Long> sizes = Leaders.sizes(answer);
        long most = led.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        List<String> best =
                led.keySet().stream().filter(name -> led.get(name) == most).toList();
        String first = (best.size() == 1 ? "The category " : "The categories ")
                + Shown.listed(best)
                + (best.size() == 1 ? " leads in " : " each lead in ")
                + Shown.grouped(most)
                + " of "
                + Shown.counted(sizes.size(), one, many)
                + ".";
        long tied = sizes.values().stream().filter(size -> size > 1).count();
        return tied == 0
                ? first
                : first + " Several categories tie for the lead in " + Shown.counted(tied, one, many)
                        + "; each of them counts.";
    }

    private String extremes(Function<List<Cell>, String> name) {
        return amount(highest).compareTo(amount(lowest)) == 0
                ? "The median is " + Shown.grouped(highest) + " throughout."
                : "Highest for " + where(highest, name) + " (" + Shown.grouped(highest) + "), lowest for "
                        + where(lowest, name) + " (" + Shown.grouped(lowest) + ").";
    }

    private String where(Cell value, Function<List<Cell>, String> name) {
        return Shown.listed(answer.rows().stream()
                .filter(row -> amount(last(row)).compareTo(amount(value)) == 0)
                .map(name)
                .toList());
    }

    private long total() {
        return answer.rows().stream()
                .mapToLong(row -> amount(last(row)).longValue())
                .sum();
    }

    private static String poster(Cell name) {
        return name.plain().isBlank() ? "a poster without a name" : name.plain();
    }

    private static String first(List<Cell> row) {
        return Shown.text(row.get(0));
    }

    private static Cell last(List<Cell> row) {
        return row.get(row.size() - 1);
    }

    private static BigDecimal amount(Cell cell) {
        return cell instanceof Cell.Amount amount ? amount.value() : BigDecimal.ZERO;
    }
}
