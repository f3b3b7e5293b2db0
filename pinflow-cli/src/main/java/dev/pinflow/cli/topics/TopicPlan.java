package dev.pinflow.cli.topics;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that one user's pipeline needs, with their settings. */
public final class TopicPlan {
    /** Kafka's default for the largest record batch, which producers keep to. */
    private static final int MAX_RECORD_BYTES = 1_048_588;

    private static final Duration RAW_RETENTION = Duration.ofDays(7);
    private static final Duration REJECTED_RETENTION = Duration.ofDays(30);

    private TopicPlan() {}

    /**
     * The plan.
     *
     * @param partitions of each topic; the raw and curated topics must agree so that they are co-partitioned by index
     * @param replicationFactor -1 for the broker's default
     */
    public static List<NewTopic> of(Topics topics, int partitions, short replicationFactor) {
        List<NewTopic> plan = new ArrayList<>();
        for (String name : topics.all()) {
            boolean rejected = name.equals(topics.rejected());
            Duration retention = rejected ? REJECTED_RETENTION : RAW_RETENTION;
            int maxBytes = rejected ? MAX_RECORD_BYTES + RejectedHeaders.MAX_BYTES : MAX_RECORD_BYTES;
            Optional<Short> replicas = replicationFactor < 1 ? Optional.empty() : Optional.of(replicationFactor);
            plan.add(new NewTopic(name, Optional.of(partitions), replicas)
                    .configs(Map.of(
                            TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes))));
        }
        return plan;
    }
}
