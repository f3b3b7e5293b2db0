package dev.pinflow.streams.reset;

import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Makes an application begin anew: forgets its offsets, its internal topics, its state on this machine and, for the live
 * answers, what it has published. Not thread-safe.
 */
public final class ApplicationReset implements AutoCloseable {
    private final String applicationId;
    private final Path state;
    private final Optional<PublishedAnswers> published;
    private final Cluster cluster;

    private ApplicationReset(
            StreamsConfiguration config,
            String applicationId,
            Properties properties,
            Optional<PublishedAnswers> published) {
        StreamsConfig streams = new StreamsConfig(properties);
        // Not the one among the properties: the service takes none from the settings for Kafka.
        this.applicationId = applicationId;
        this.state = config.stateDirectory().resolve(applicationId);
        this.published = published;
        this.cluster = new Cluster(streams.getAdminConfigs(applicationId + "-reset"));
    }

    /** Of the cleaning: every raw record is cleaned once more, beside what was written before. */
    public static ApplicationReset ofCleaning(StreamsConfiguration config) {
        return new ApplicationReset(
                config, config.applicationId(), StreamsProperties.ofCleaning(config), Optional.empty());
    }

    /** Of the live answers: they are counted again from the curated topics. */
    public static ApplicationReset ofAnswers(StreamsConfiguration config) {
        return new ApplicationReset(
                config,
                config.answers().applicationId(),
                StreamsProperties.ofAnswers(config),
                Optional.of(PublishedAnswers.of(config)));
    }

    /**
     * What a reset would forget, one line a thing.
     *
     * @throws ResetException when Kafka does not answer, or instances of the application still run
     */
    public List<String> plan() {
        List<String> plan = new ArrayList<>();
        group().ifPresent(group -> plan.add("group " + group.groupId()));
        cluster.internalTopics(applicationId).forEach(topic -> plan.add("topic " + topic));
        if (Files.exists(state)) {
            plan.add("folder " + state);
        }
        published.ifPresent(answers -> plan.addAll(answers.plan()));
        return plan;
    }

    /**
     * Forgets it. May be repeated when it failed in the middle.
     *
     * @throws ResetException as {@link #plan()}, or when something cannot be deleted
     */
    public void run() {
        Optional<GroupListing> group = group();
        List<String> topics = cluster.internalTopics(applicationId);
        if (!topics.isEmpty()) {
            cluster.deleteTopics(topics);
        }
        deleteState();
        published.ifPresent(PublishedAnswers::withdraw);
        // Last, so that a reset that failed half way is seen as not done: the application would go on from its offsets.
        group.ifPresent(cluster::delete);
    }

    private Optional<GroupListing> group() {
        Optional<GroupListing> group = cluster.group(applicationId);
        int members = group.map(cluster::members).orElse(0);
        if (members > 0) {
            throw new ResetException("The group " + applicationId + " has " + members
                    + " members: stop every instance, wait until their session times out, then reset.");
        }
        return group;
    }

    private void deleteState() {
        try {
            Utils.delete(state.toFile());
        } catch (IOException e) {
            throw new ResetException("The folder " + state + " cannot be deleted (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
