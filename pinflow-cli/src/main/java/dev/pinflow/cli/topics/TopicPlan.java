package dev.pinflow.cli.topics;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that one user's pipeline needs, with their settings. */
public final class TopicPlan {
    /** Kafka's default for the largest record batch, which producers keep to. */
    private static final int MAX_RECORD_BYTES = 1_048_588;

    /** What a record may grow by on its way: a rejected one by its headers, a curated one by other numbers and defects. */
    private static final int MAX_GROWN_BYTES = MAX_RECORD_BYTES + RejectedHeaders.MAX_BYTES;

    /**
     * Compaction leaves the newest segment alone, and whoever serves live answers reads the whole topic when it starts:
     * small segments keep that to a moment.
     */
    private static final int ANSWERS_SEGMENT_BYTES = 16 * 1024 * 1024;

    private static final Duration RAW_RETENTION = Duration.ofDays(7);
    private static final Duration REJECTED_RETENTION = Duration.ofDays(30);

    private final int partitions;
    private final Optional<Short> replicas;
    private final List<NewTopic> plan = new ArrayList<>();

    private TopicPlan(int partitions, short replicationFactor) {
        this.partitions = partitions;
        this.replicas = replicationFactor < 1 ? Optional.empty() : Optional.of(replicationFactor);
    }

    /**
     * The plan.
     *
     * @param partitions of each topic; the raw and curated topics must agree so that they are co-partitioned by index
     * @param replicationFactor -1 for the broker's default
     */
    public static List<NewTopic> of(Topics topics, int partitions, short replicationFactor) {
        TopicPlan plan = new TopicPlan(partitions, replicationFactor);
        topics.raw().forEach(name -> plan.add(name, kept(RAW_RETENTION, MAX_RECORD_BYTES)));
        topics.curated().forEach(name -> plan.add(name, derived(RAW_RETENTION)));
        plan.add(topics.rejected(), derived(REJECTED_RETENTION));
        topics.answers().forEach(name -> plan.add(name, compacted()));
        return List.copyOf(plan.plan);
    }

    private void add(String name, Map<String, String> settings) {
        plan.add(new NewTopic(name, Optional.of(partitions), replicas).configs(settings));
    }

    private static Map<String, String> kept(Duration retention, int maxBytes) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(maxBytes));
    }

    /** Whatever time stands on a raw record, its cleaned copy has to be taken: brokers refuse the far future by default. */
    private static Map<String, String> derived(Duration retention) {
        Map<String, String> settings = new HashMap<>(kept(retention, MAX_GROWN_BYTES));
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        return Map.copyOf(settings);
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG,
                Integer.toString(ANSWERS_SEGMENT_BYTES),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_RECORD_BYTES));
    }
}
