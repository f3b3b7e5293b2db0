package dev.pinflow.streams.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.proof.LatestPosts.Post;
import dev.pinflow.streams.proof.LatestPosts.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The live questions answered in one go, straight from the words of the data contract, section 5. Shares no code with
 * what it is compared to.
 */
final class BatchAnswers {
    private static final List<String> AGE_GROUPS = List.of("18-24", "25-35", "36-50", "+50");
    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(text -> text.codePoints().boxed().toList(), BatchAnswers::compare);

    private BatchAnswers() {}

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return left.get(i).compareTo(right.get(i));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** The rows as JSON texts, by group, in the contract's order. */
    static Map<String, List<String>> of(Report report, List<Post> posts) {
        return switch (report) {
            case CATEGORY_BY_COUNTRY ->
                topCategories(
                        report,
                        posts,
                        CODE_POINTS,
                        post -> Optional.of(post.geo().country()));
            case CATEGORY_BY_YEAR ->
                topCategories(
                        report,
                        posts,
                        Comparator.naturalOrder(),
                        post -> year(post.geo().timestamp(), 2018, 2022));
            case CATEGORY_BY_AGE_GROUP ->
                topCategories(
                        report,
                        posts,
                        Comparator.comparing(AGE_GROUPS::indexOf),
                        post -> ageGroup(post.user().age()));
            case USERS_JOINED_BY_YEAR -> usersJoined(posts);
            default -> throw new IllegalArgumentException(report + " is not kept live.");
        };
    }

    private static Map<String, List<String>> topCategories(
            Report report, List<Post> posts, Comparator<String> order, Function<Post, Optional<String>> group) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>(order);
        for (Post post : posts) {
            group.apply(post)
                    .ifPresent(name -> counts.computeIfAbsent(name, any -> new TreeMap<>(CODE_POINTS))
                            .merge(post.pin().category(), 1, Integer::sum));
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        counts.forEach((name, ofGroup) -> {
            int most =
                    ofGroup.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
            List<String> tied = new ArrayList<>();
            ofGroup.forEach((category, count) -> {
                if (count == most) {
                    tied.add(row(report, name)
                            .put("category", category)
                            .put("category_count", count)
                            .toString());
                }
            });
            rows.put(name, tied);
        });
        return rows;
    }

    private static Map<String, List<String>> usersJoined(List<Post> posts) {
        Map<String, Set<User>> users = new TreeMap<>();
        for (Post post : posts) {
            year(post.user().joined(), 2015, 2020)
                    .ifPresent(year ->
                            users.computeIfAbsent(year, any -> new HashSet<>()).add(post.user()));
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        users.forEach((year, distinct) -> rows.put(
                year,
                List.of(row(Report.USERS_JOINED_BY_YEAR, year)
                        .put("number_users_joined", distinct.size())
                        .toString())));
        return rows;
    }

    private static ObjectNode row(Report report, String group) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        String column = report.columns().get(0);
        return column.equals("post_year") ? row.put(column, Integer.parseInt(group)) : row.put(column, group);
    }

    private static Optional<String> year(long millis, int first, int last) {
        int year = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).getYear();
        return year < first || year > last ? Optional.empty() : Optional.of(Integer.toString(year));
    }

    private static Optional<String> ageGroup(Integer age) {
        if (age == null || age < 18) {
            return Optional.empty();
        }
        int place = age <= 24 ? 0 : age <= 35 ? 1 : age <= 50 ? 2 : 3;
        return Optional.of(AGE_GROUPS.get(place));
    }
}
