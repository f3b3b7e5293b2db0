package dev.pinflow.streams.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Settings of Kafka Streams that must not be given past ours, because the start, the probes and a reset go by ours. */
final class ReservedSettings {
    private static final Map<String, String> INSTEAD = Map.of(
            "application.id",
            "set " + StreamsSettings.APPLICATION_ID + " or " + StreamsSettings.ANSWERS_APPLICATION_ID,
            "bootstrap.servers",
            "set " + StreamsSettings.BOOTSTRAP_SERVERS,
            "commit.interval.ms",
            "set " + StreamsSettings.COMMIT_INTERVAL,
            "group.protocol",
            "set " + StreamsSettings.GROUP_PROTOCOL,
            "num.standby.replicas",
            "set " + StreamsSettings.ANSWERS_STANDBY_REPLICAS,
            "num.stream.threads",
            "set " + StreamsSettings.THREADS + " or " + StreamsSettings.ANSWERS_THREADS,
            "processing.guarantee",
            "leave it out, since the service is always exactly_once_v2",
            "state.dir",
            "set " + StreamsSettings.STATE_DIRECTORY);

    private ReservedSettings() {}

    static List<String> problems(Collection<String> kafkaKeys) {
        return kafkaKeys.stream()
                .filter(INSTEAD::containsKey)
                .sorted()
                .map(key -> "Configuration " + StreamsSettings.KAFKA_PREFIX + key + " is not taken: " + INSTEAD.get(key)
                        + ".")
                .toList();
    }
}
