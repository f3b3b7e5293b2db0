package dev.pinflow.analytics.answers;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The median follower count of each group of posts.
 *
 * @param <G> what is grouped by, in the report's order
 */
final class FollowerMedians<G extends Comparable<G>> {
    private final SortedMap<G, SortedMap<Integer, Long>> groups = new TreeMap<>();

    void add(G group, int followers, long posts) {
        groups.computeIfAbsent(group, any -> new TreeMap<>()).merge(followers, posts, Long::sum);
    }

    void forEach(MedianKind kind, BiConsumer<G, BigDecimal> consumer) {
        groups.forEach((group, frequencies) -> consumer.accept(group, kind.of(frequencies)));
    }
}
