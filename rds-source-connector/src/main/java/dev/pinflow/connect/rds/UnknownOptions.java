package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.credentials.CredentialsConfig;
import dev.pinflow.connect.rds.delivery.TransactionConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;

/** Options that nobody reads but that look like the connector's own: likely misspelt. */
final class UnknownOptions {
    /** One letter in so many may be wrong, two at most: short names are near to too many others. */
    private static final int LETTERS_PER_MISTAKE = 6;

    private static final int MOST_MISTAKES = 2;

    /** Options that Connect reads from a connector's configuration, Kafka 3.7 to 4.3. */
    private static final Set<String> CONNECTS = Set.of(
            "name",
            "connector.class",
            "connector.plugin.version",
            "tasks.max",
            "tasks.max.enforce",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "config.action.reload",
            TransactionConfig.SUPPORT,
            "offsets.storage.topic");

    private static final List<String> CONNECTS_PREFIXES = List.of(
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "transforms.",
            "predicates.",
            "errors.",
            "producer.override.",
            "consumer.override.",
            "admin.override.",
            "topic.creation.",
            TransactionConfig.BOUNDARY,
            CredentialsConfig.PROVIDER_PREFIX);

    private final Set<String> own;
    private final Set<String> ownPrefixes;

    /** @param own the names of the connector's own options */
    UnknownOptions(Set<String> own) {
        this.own = new TreeSet<>(own);
        this.ownPrefixes = own.stream()
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.indexOf('.') + 1))
                .filter(prefix -> CONNECTS_PREFIXES.stream().noneMatch(foreign -> foreign.startsWith(prefix))
                        || prefix.equals("credentials."))
                .collect(Collectors.toSet());
    }

    /** The suspicious ones, each with its error; without their values, which may be secrets. */
    List<ConfigValue> among(Collection<String> names) {
        List<ConfigValue> suspicious = new ArrayList<>();
        for (String name : names) {
            if (!own.contains(name) && !isConnects(name)) {
                Optional<String> meant = nearest(name);
                if (meant.isPresent() || ownPrefixes.stream().anyMatch(name::startsWith)) {
                    suspicious.add(new ConfigValue(name, null, List.of(), List.of(message(name, meant))));
                }
            }
        }
        return suspicious;
    }

    private static boolean isConnects(String name) {
        return CONNECTS.contains(name) || CONNECTS_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private Optional<String> nearest(String name) {
        return own.stream()
                .filter(option -> EditDistance.between(name, option) <= mistakes(option))
                .min(Comparator.comparingInt(option -> EditDistance.between(name, option)));
    }

    private static int mistakes(String option) {
        return Math.min(MOST_MISTAKES, option.length() / LETTERS_PER_MISTAKE);
    }

    private static String message(String name, Optional<String> meant) {
        String unread = name + " is no option of this connector, so it has no effect: ";
        return meant.map(option -> unread + "did you mean " + option + "? Correct it or leave it out.")
                .orElse(unread + "correct its name or leave it out.");
    }
}
