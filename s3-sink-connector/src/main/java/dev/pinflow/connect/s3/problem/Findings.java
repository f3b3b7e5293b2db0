package dev.pinflow.connect.s3.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** What validation knows so far: the parsed options, and the problems that are pinned on them. */
public final class Findings {
    private final Map<String, String> given;
    private final Map<String, ConfigValue> values;

    public Findings(Map<String, String> given, Map<String, ConfigValue> values) {
        this.given = given;
        this.values = new LinkedHashMap<>(values);
    }

    /** The option's text as the user gave it, white space included; null when it is absent. */
    public String given(String key) {
        return given.get(key);
    }

    /** All options as the user gave them, unknown ones included. */
    public Map<String, String> given() {
        return Collections.unmodifiableMap(given);
    }

    /** The option's parsed value; null when it is absent, malformed or no option of the connector. */
    public Object value(String key) {
        ConfigValue value = values.get(key);
        return value == null ? null : value.value();
    }

    public boolean isTrue(String key) {
        return Boolean.TRUE.equals(value(key));
    }

    /** The option's text; empty when it is absent or malformed. */
    public String text(String key) {
        Object value = value(key);
        return value == null ? "" : value.toString();
    }

    /** Pins a problem on the option that the user can change to be rid of it. */
    public void problem(String key, String sentence) {
        values.computeIfAbsent(key, ConfigValue::new)
                .addErrorMessage("Invalid value for configuration " + key + ": " + sentence);
    }

    public Config asConfig() {
        return new Config(List.copyOf(values.values()));
    }

    public List<String> problems() {
        return values.values().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();
    }
}
