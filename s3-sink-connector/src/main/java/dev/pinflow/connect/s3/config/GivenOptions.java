package dev.pinflow.connect.s3.config;

import java.util.HashMap;
import java.util.Map;

/** Options as they concern the connector. */
final class GivenOptions {
    /** What Kafka's parser would take as an order to load classes and read files. The worker has its own providers. */
    private static final String PROVIDERS = "config.providers";

    private GivenOptions() {}

    /** Those that have a value, without the parser's own. */
    static Map<String, String> of(Map<String, String> properties) {
        Map<String, String> given = new HashMap<>(properties);
        given.values().removeIf(value -> value == null);
        given.keySet().removeIf(name -> name == null || name.startsWith(PROVIDERS));
        return given;
    }
}
