package dev.pinflow.connect.s3.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;

/** Completes what Kafka's own checks say, which name the option but not always what is allowed or the way out. */
final class RuleMessages {
    private static final String KAFKAS = "org.apache.kafka.";

    private RuleMessages() {}

    /** The value with messages that name key, rule and way out each. */
    static ConfigValue completed(ConfigKey key, ConfigValue value) {
        ConfigValue completed = new ConfigValue(
                value.name(), value.value(), value.recommendedValues(), new ArrayList<>(messages(key, value)));
        completed.visible(value.visible());
        return completed;
    }

    private static List<String> messages(ConfigKey key, ConfigValue value) {
        List<String> messages = value.errorMessages();
        if (messages.isEmpty()) {
            return List.of();
        }
        if (messages.get(0).startsWith("Missing required configuration")) {
            return List.of(key.name + " is missing: set it to " + allowed(key) + ". " + key.documentation);
        }
        boolean kafkas = value.value() == null || isKafkas(key.validator);
        // What follows the first message is the rule's complaint that a malformed value is no value.
        return kafkas ? List.of(messages.get(0) + ". " + wayOut(key)) : messages;
    }

    private static boolean isKafkas(ConfigDef.Validator validator) {
        return validator == null || validator.getClass().getName().startsWith(KAFKAS);
    }

    private static String wayOut(ConfigKey key) {
        return "Set " + key.name + " to " + allowed(key)
                + defaultOf(key)
                        .map(value -> ", or leave it out for the default " + value)
                        .orElse("") + ".";
    }

    private static String allowed(ConfigKey key) {
        String words = switch (key.type) {
            case BOOLEAN -> "true or false";
            case STRING, PASSWORD -> "text";
            case SHORT, INT, LONG -> "a whole number";
            case DOUBLE -> "a number";
            case LIST -> "a list with commas between";
            case CLASS -> "the name of a class";
        };
        return key.validator == null ? words : words + " (" + key.validator + ")";
    }

    private static Optional<String> defaultOf(ConfigKey key) {
        if (!key.hasDefault() || key.type == ConfigDef.Type.PASSWORD) {
            return Optional.empty();
        }
        return Optional.ofNullable(ConfigDef.convertToString(key.defaultValue, key.type))
                .filter(text -> !text.isEmpty());
    }
}
