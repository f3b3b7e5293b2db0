package dev.pinflow.streams.management;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the service passes a probe.
 *
 * @param parts what is said about each part of the service, in order
 */
public record Verdict(boolean passed, Map<String, String> parts) {
    public Verdict {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
