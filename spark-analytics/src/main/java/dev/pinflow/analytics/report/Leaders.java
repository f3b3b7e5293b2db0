package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.contract.report.TextOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which categories lead, and where, in a report whose rows are (group, leading category, posts). */
final class Leaders {
    private Leaders() {}

    /** For each category, in order, the number of groups where it leads; in a tie each of the equals leads. */
    static Map<String, Long> groupsLed(Answer answer) {
        return answer.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Shown.text(row.get(1)),
                        () -> new TreeMap<>(TextOrder.BY_CODE_POINT),
                        Collectors.counting()));
    }

    /** The number of leading categories of each group. */
    static Map<Cell, Long> sizes(Answer answer) {
        Function<List<Cell>, Cell> group = row -> row.get(0);
        return answer.rows().stream().collect(Collectors.groupingBy(group, Collectors.counting()));
    }
}
