package dev.pinflow.connect.s3.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Options that nobody reads but that look like one of the connector's own: likely misspelt.
 *
 * <p>Validation refuses them, although Confluent's sink takes any name: Connect knows no warnings that a user would see,
 * a slip such as {@code rotate.schedule.intervall.ms} costs data or sleep, and a deployment that is refused costs
 * nothing yet. Names that resemble none of ours pass, as they may be meant for whatever else reads the configuration.
 */
final class UnknownOptions {
    /** One letter in so many may be wrong, two at most: short names are near to too many others. */
    private static final int LETTERS_PER_MISTAKE = 6;

    private static final int MOST_MISTAKES = 2;

    /** Options that Connect reads from a sink's configuration, Kafka 3.7 to 4.3. */
    private static final Set<String> CONNECTS = Set.of(
            "name",
            "connector.class",
            "connector.plugin.version",
            "tasks.max",
            "tasks.max.enforce",
            "topics",
            "topics.regex",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "config.action.reload");

    private static final List<String> FOREIGN_PREFIXES = List.of(
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "transforms.",
            "predicates.",
            "errors.",
            "consumer.override.",
            "producer.override.",
            "admin.override.",
            "s3.credentials.provider.");

    private final Map<String, String> namesBySqueezed = new TreeMap<>();

    /** @param own the names of the connector's own options */
    UnknownOptions(Collection<String> own) {
        own.forEach(name -> namesBySqueezed.put(squeezed(name), name));
    }

    /** The suspicious ones, each with the option that is likely meant. */
    Map<String, String> among(Collection<String> names) {
        Map<String, String> suspicious = new TreeMap<>();
        for (String name : names) {
            if (!namesBySqueezed.containsValue(name) && !isForeign(name)) {
                meant(squeezed(name)).ifPresent(option -> suspicious.put(name, option));
            }
        }
        return suspicious;
    }

    private static boolean isForeign(String name) {
        return CONNECTS.contains(name) || FOREIGN_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private Optional<String> meant(String name) {
        List<String> near = new ArrayList<>();
        for (String option : namesBySqueezed.keySet()) {
            int allowed = Math.min(MOST_MISTAKES, option.length() / LETTERS_PER_MISTAKE);
            if (Math.abs(option.length() - name.length()) <= allowed && EditDistance.between(name, option) <= allowed) {
                near.add(option);
            }
        }
        return near.stream()
                .min(Comparator.comparingInt(option -> EditDistance.between(name, option)))
                .map(namesBySqueezed::get);
    }

    /** Dots, dashes, underscores and capitals are mistaken for each other most often of all. */
    private static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._\\- ]", "");
    }
}
