package dev.pinflow.connect.rds.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options that a message names. */
public final class NamedOptions {
    private NamedOptions() {}

    /** Those of {@code keys} that are named, the one that Kafka says the message is about first, then as they come. */
    public static List<String> in(String message, Collection<String> keys) {
        return keys.stream()
                .filter(key -> isNamed(message, key))
                .sorted(Comparator.comparing((String key) -> !message.contains("for configuration " + key + ":"))
                        .thenComparingInt(message::indexOf))
                .toList();
    }

    /** The first of them. */
    public static Optional<String> first(String message, Collection<String> keys) {
        return in(message, keys).stream().findFirst();
    }

    /** Whether a message names an option as a whole, and not one that merely begins or ends like it. */
    public static boolean isNamed(String message, String key) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(key) + "(?![\\w]|\\.\\w)")
                .matcher(message)
                .find();
    }
}
