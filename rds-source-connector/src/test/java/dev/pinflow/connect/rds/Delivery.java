package dev.pinflow.connect.rds;

import java.util.Map;

/** What a worker and the connector's configuration promise about each posting. */
enum Delivery {
    /** Records and offsets are written apart: a crash may repeat postings, but loses none and leaves none half. */
    AT_LEAST_ONCE,
    /** Records and offsets are written in transactions whose boundaries the connector draws between postings. */
    EXACTLY_ONCE;

    Map<String, String> workerProperties() {
        return switch (this) {
            case AT_LEAST_ONCE -> Map.of("exactly.once.source.support", "disabled");
            case EXACTLY_ONCE -> Map.of("exactly.once.source.support", "enabled");
        };
    }

    Map<String, String> connectorOptions() {
        return switch (this) {
            case AT_LEAST_ONCE -> Map.of();
            case EXACTLY_ONCE ->
                Map.of(
                        "exactly.once.support", "required",
                        "transaction.boundary", "connector",
                        "postings.per.transaction", "50");
        };
    }
}
