package dev.pinflow.connect.s3.config;

import java.util.List;
import java.util.Map;

/** Classes of the user's own, which are handed all options and may read some that nobody else knows. */
final class CustomClasses {
    private static final List<String> KEYS = List.of("partitioner.class", "timestamp.extractor", "format.class");
    private static final List<String> KNOWN = List.of("io.confluent.", "dev.pinflow.");

    private CustomClasses() {}

    static boolean areNamedIn(Map<String, String> given) {
        return KEYS.stream()
                .map(key -> given.getOrDefault(key, "").strip())
                .anyMatch(name -> name.contains(".") && KNOWN.stream().noneMatch(name::startsWith));
    }
}
