package dev.pinflow.connect.rds;

import java.util.HashMap;
import java.util.Map;

/** Options as they concern the connector. */
final class GivenOptions {
    /** What Kafka's parser would take as an order to load classes and to read files. The worker has its own providers. */
    private static final String PROVIDERS = "config.providers";

    private GivenOptions() {}

    /** Those that have a value, without the parser's own. */
    static Map<String, String> of(Map<String, String> options) {
        Map<String, String> given = new HashMap<>(options);
        given.values().removeIf(value -> value == null);
        given.keySet().removeIf(name -> name.startsWith(PROVIDERS));
        return given;
    }
}
