package dev.pinflow.streams.answers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.report.Report;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;

/** The answers by the contract's words, computed from all records at once. */
final class NaiveAnswers {
    private static final List<String> GROUP_ORDER = List.of("18-24", "25-35", "36-50", "+50");

    private final Map<Entity, Map<Integer, GenericRecord>> tables = new EnumMap<>(Entity.class);

    NaiveAnswers() {
        for (Entity entity : Entity.values()) {
            tables.put(entity, new TreeMap<>());
        }
    }

    void put(Entity entity, GenericRecord record) {
        tables.get(entity).put((Integer) record.get("ind"), record);
    }

    void delete(Entity entity, int ind) {
        tables.get(entity).remove(ind);
    }

    /** The rows of each group, groups and rows in order. */
    Map<String, List<String>> groups(Report report) {
        return switch (report) {
            case CATEGORY_BY_COUNTRY -> leaders(report, post -> text(post.geo, "country"));
            case CATEGORY_BY_YEAR -> leaders(report, post -> year(post.geo, "timestamp", 2018, 2022));
            case CATEGORY_BY_AGE_GROUP -> leaders(report, post -> ageGroup((Integer) post.user.get("age")));
            default -> users();
        };
    }

    List<String> rows(Report report) {
        return groups(report).values().stream().flatMap(List::stream).toList();
    }

    private Map<String, List<String>> leaders(Report report, Function<Joined, String> grouping) {
        Map<String, Map<String, Integer>> counts = sorted();
        for (Joined post : posts()) {
            String group = grouping.apply(post);
            if (group != null) {
                counts.computeIfAbsent(group, any -> sorted()).merge(text(post.pin, "category"), 1, Integer::sum);
            }
        }
        Map<String, List<String>> rows = sorted();
        counts.forEach((group, categories) -> {
            int most =
                    categories.values().stream().mapToInt(count -> count).max().orElseThrow();
            categories.forEach((category, count) -> {
                if (count == most) {
                    rows.computeIfAbsent(group, any -> new ArrayList<>()).add(row(report, group, category, count));
                }
            });
        });
        return rows;
    }

    private Map<String, List<String>> users() {
        Map<String, Set<List<Object>>> users = sorted();
        for (Joined post : posts()) {
            String year = year(post.user, "date_joined", 2015, 2020);
            if (year != null) {
                users.computeIfAbsent(year, any -> new HashSet<>())
                        .add(Arrays.asList(
                                text(post.user, "user_name"), post.user.get("age"), post.user.get("date_joined")));
            }
        }
        Map<String, List<String>> rows = sorted();
        users.forEach((year, persons) -> rows.put(
                year, List.of("{\"post_year\":%s,\"number_users_joined\":%d}".formatted(year, persons.size()))));
        return rows;
    }

    private static String row(Report report, String group, String category, int count) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (report == Report.CATEGORY_BY_YEAR) {
            row.put("post_year", Integer.parseInt(group));
        } else {
            row.put(report == Report.CATEGORY_BY_COUNTRY ? "country" : "age_group", group);
        }
        return row.put("category", category).put("category_count", count).toString();
    }

    private List<Joined> posts() {
        List<Joined> posts = new ArrayList<>();
        tables.get(Entity.PIN).forEach((ind, pin) -> {
            GenericRecord geo = tables.get(Entity.GEO).get(ind);
            GenericRecord user = tables.get(Entity.USER).get(ind);
            if (geo != null && user != null) {
                posts.add(new Joined(pin, geo, user));
            }
        });
        return posts;
    }

    private static String year(GenericRecord record, String column, int first, int last) {
        int year = Instant.ofEpochMilli((Long) record.get(column))
                .atOffset(ZoneOffset.UTC)
                .getYear();
        return first <= year && year <= last ? Integer.toString(year) : null;
    }

    private static String ageGroup(Integer age) {
        if (age == null || age < 18) {
            return null;
        }
        return age <= 24 ? "18-24" : age <= 35 ? "25-35" : age <= 50 ? "36-50" : "+50";
    }

    private static String text(GenericRecord record, String column) {
        return record.get(column).toString();
    }

    /** By code point, and age groups by age. */
    private static <V> Map<String, V> sorted() {
        return new TreeMap<>((left, right) -> {
            int groups = Integer.compare(GROUP_ORDER.indexOf(left), GROUP_ORDER.indexOf(right));
            return groups != 0
                    ? groups
                    : Arrays.compare(
                            left.codePoints().toArray(), right.codePoints().toArray());
        });
    }

    private record Joined(GenericRecord pin, GenericRecord geo, GenericRecord user) {}
}
