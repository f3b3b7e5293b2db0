package dev.pinflow.connect.s3.client;

import static java.util.stream.Collectors.toMap;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** The options of this package alone. */
final class Options {
    static final String BUCKET = "sink";

    private Options() {}

    static StorageConfig storage(Map<String, String> more) {
        return StorageConfig.from(new AbstractConfig(definition(), with(more), false));
    }

    /** Every problem, by the option on which it is pinned. */
    static Map<String, List<String>> problems(Map<String, String> more) {
        Map<String, String> given = with(more);
        Map<String, ConfigValue> values = definition().validateAll(given);
        Findings findings = new Findings(given, values);
        StorageConfig.check(findings);
        return values.values().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        StorageConfig.define(def);
        return def;
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(Map.of(StorageConfig.BUCKET, BUCKET));
        given.putAll(more);
        return given;
    }
}
