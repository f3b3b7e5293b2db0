package dev.pinflow.streams.service;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.config.ServiceStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at the topics before the service starts, so that what is missing is said in one sentence. */
final class TopicCheck implements AutoCloseable {
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int API_TIMEOUT_MS = 10_000;
    private static final int LOOKS = 3;
    private static final int LOOK_INTERVAL_MS = 500;

    private final Admin admin;
    private final String cluster;

    /**
     * @param settings of an admin client
     * @param cluster how the cluster is called in messages
     */
    TopicCheck(Map<String, Object> settings, String cluster) {
        Map<String, Object> bounded = new HashMap<>(settings);
        bounded.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        bounded.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        this.admin = Admin.create(bounded);
        this.cluster = cluster;
    }

    /**
     * Finds the topics usable and yields what they are configured to.
     *
     * @param withAnswers whether the topics of the live answers are needed too
     * @throws ServiceStartException when a topic is missing or not fit for its purpose, or no broker answers
     */
    TopicConfigs requireUsable(Topics topics, boolean withAnswers) {
        List<String> needed = Stream.concat(
                        topics.all().stream(), withAnswers ? topics.answers().stream() : Stream.empty())
                .toList();
        Map<String, TopicDescription> described = describe(needed);
        TopicConfigs configs = configs(needed);
        requireRoom(topics, configs);
        requireTimestamps(topics, configs);
        if (withAnswers) {
            requireCompacted(topics, configs);
            requireJoinable(topics, described);
        }
        return configs;
    }

    /** Topics that were created a moment ago are not known to all brokers yet: looks more than once. */
    private Map<String, TopicDescription> describe(Collection<String> topics) {
        List<String> missing = new ArrayList<>(topics);
        Map<String, TopicDescription> found = new HashMap<>();
        for (int look = 1; look <= LOOKS && !missing.isEmpty(); look++) {
            if (look > 1) {
                pause();
            }
            found.putAll(find(missing));
            missing.removeAll(found.keySet());
        }
        if (!missing.isEmpty()) {
            throw new ServiceStartException("The Kafka cluster at " + cluster + " lacks the topics "
                    + String.join(", ", missing) + ": create them before the service starts.");
        }
        return found;
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_INTERVAL_MS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The descriptions of those topics that exist. */
    private Map<String, TopicDescription> find(Collection<String> topics) {
        Map<String, TopicDescription> found = new HashMap<>();
        Map<String, KafkaFuture<TopicDescription>> described =
                admin.describeTopics(topics).topicNameValues();
        for (String topic : topics) {
            try {
                found.put(topic, described.get(topic).get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw unanswered(e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return found;
    }

    private TopicConfigs configs(Collection<String> topics) {
        Set<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .collect(Collectors.toSet());
        try {
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            return new TopicConfigs(configs.entrySet().stream()
                    .collect(Collectors.toMap(config -> config.getKey().name(), Map.Entry::getValue)));
        } catch (ExecutionException e) {
            throw unanswered(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A cleaned record is about as large as the raw one; a rejected one is larger by its headers. */
    private static void requireRoom(Topics topics, TopicConfigs configs) {
        int raw = topics.raw().stream().mapToInt(configs::maxMessageBytes).max().orElse(0);
        for (String curated : topics.curated()) {
            requireRoom(configs, curated, raw, "the largest raw record, once cleaned");
        }
        requireRoom(
                configs,
                topics.rejected(),
                (long) raw + RejectedHeaders.MAX_BYTES,
                "the largest raw record and its headers");
    }

    private static void requireRoom(TopicConfigs configs, String topic, long needed, String what) {
        if (configs.maxMessageBytes(topic) < needed) {
            throw new ServiceStartException("The topic " + topic + " takes records of at most "
                    + configs.maxMessageBytes(topic) + " bytes, too few for " + what + ": set its "
                    + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " to " + needed + " or more.");
        }
    }

    /** A record that keeps its time must not be refused where it goes, or it would come again for ever. */
    private static void requireTimestamps(Topics topics, TopicConfigs configs) {
        long raw = topics.raw().stream()
                .mapToLong(configs::timestampAfterMaxMillis)
                .max()
                .orElse(0);
        List<String> stricter = Stream.concat(topics.curated().stream(), Stream.of(topics.rejected()))
                .filter(topic -> configs.timestampAfterMaxMillis(topic) < raw)
                .toList();
        if (!stricter.isEmpty()) {
            throw new ServiceStartException("The topics " + String.join(", ", stricter)
                    + " refuse timestamps that the raw topics take: set their "
                    + TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG + " to " + raw + " or more.");
        }
    }

    /** Retention would delete answers that have not changed for a while. */
    private static void requireCompacted(Topics topics, TopicConfigs configs) {
        List<String> others = topics.answers().stream()
                .filter(topic -> !configs.cleanupPolicy(topic).equals(TopicConfig.CLEANUP_POLICY_COMPACT))
                .toList();
        if (!others.isEmpty()) {
            throw new ServiceStartException("The answers' topics " + String.join(", ", others)
                    + " are not compacted and would forget answers: set their " + TopicConfig.CLEANUP_POLICY_CONFIG
                    + " to " + TopicConfig.CLEANUP_POLICY_COMPACT + ".");
        }
    }

    private static void requireJoinable(Topics topics, Map<String, TopicDescription> described) {
        Map<String, Integer> partitions = new TreeMap<>();
        topics.curated()
                .forEach(topic ->
                        partitions.put(topic, described.get(topic).partitions().size()));
        if (Set.copyOf(partitions.values()).size() > 1) {
            throw new ServiceStartException("The curated topics have different numbers of partitions, " + partitions
                    + ", so that the answers cannot join them: create them anew with the same number, or set "
                    + "answers.enabled=false.");
        }
    }

    private ServiceStartException unanswered(Throwable cause) {
        return new ServiceStartException(
                "The Kafka cluster at " + cluster + " does not describe its topics (" + cause.getMessage()
                        + "): check bootstrap.servers, the network and the permissions to describe topics.",
                cause);
    }

    private ServiceStartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServiceStartException("Interrupted while waiting for the Kafka cluster at " + cluster + ".", e);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
