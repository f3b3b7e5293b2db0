package dev.pinflow.analytics.answers;

import dev.pinflow.contract.report.TextOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the most posted categories of each group.
 *
 * @param <G> what is grouped by
 */
final class TopCategories<G> {
    private final SortedMap<G, SortedMap<String, Long>> groups;

    /** @param groups keeps the groups in the report's order */
    TopCategories(SortedMap<G, SortedMap<String, Long>> groups) {
        this.groups = groups;
    }

    void add(G group, String category, long posts) {
        groups.computeIfAbsent(group, any -> new TreeMap<>(TextOrder.BY_CODE_POINT))
                .merge(category, posts, Long::sum);
    }

    /** One entry a winner, by group and category. */
    List<Winner<G>> winners(Ties ties) {
        List<Winner<G>> winners = new ArrayList<>();
        groups.forEach((group, categories) -> {
            long most = most(categories);
            categories.entrySet().stream()
                    .filter(category -> category.getValue() == most)
                    .limit(ties == Ties.ALL ? Long.MAX_VALUE : 1)
                    .forEach(category -> winners.add(new Winner<>(group, category.getKey(), most)));
        });
        return winners;
    }

    /** How many groups have more than one winner. */
    long tied() {
        return groups.values().stream()
                .filter(categories -> categories.values().stream()
                                .filter(posts -> posts == most(categories))
                                .count()
                        > 1)
                .count();
    }

    private static long most(Map<String, Long> categories) {
        return categories.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    record Winner<G>(G group, String category, long posts) {}
}
