package dev.pinflow.connect.rds;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Completes what Kafka's own checks say, which name the option but not always what is allowed or the way out. */
final class RuleMessages {
    private static final String MISSING = "Missing required configuration";

    private RuleMessages() {}

    /** The messages about one option, each with key, rule and way out. */
    static List<String> complete(ConfigKey key, List<String> messages) {
        if (messages.stream().anyMatch(message -> message.startsWith(MISSING))) {
            return List.of(key.name + " is missing: set it to " + allowed(key) + ". " + key.documentation);
        }
        return messages.stream()
                .map(message -> isKafkas(message) ? sentence(message) + " " + rule(key) : message)
                .toList();
    }

    /** Kafka's end without a full stop, but for the one about classes; those of this connector are whole sentences. */
    private static boolean isKafkas(String message) {
        return !message.endsWith(".") || message.endsWith("could not be found.");
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String rule(ConfigKey key) {
        return "Set " + key.name + " to " + allowed(key)
                + defaultOf(key)
                        .map(value -> ", or leave it out for the default " + value)
                        .orElse("") + ".";
    }

    private static String allowed(ConfigKey key) {
        String words = words(key.type);
        return key.validator == null ? words : words + " (" + key.validator + ")";
    }

    private static String words(ConfigDef.Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case STRING, PASSWORD -> "text";
            case SHORT, INT, LONG -> "a whole number";
            case DOUBLE -> "a number";
            case LIST -> "a list with commas between";
            case CLASS -> "the name of a class";
        };
    }

    private static Optional<String> defaultOf(ConfigKey key) {
        if (!key.hasDefault() || key.type == ConfigDef.Type.PASSWORD || key.defaultValue == null) {
            return Optional.empty();
        }
        String value = ConfigDef.convertToString(key.defaultValue, key.type);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
