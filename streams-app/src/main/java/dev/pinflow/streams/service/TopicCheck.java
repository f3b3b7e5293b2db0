package dev.pinflow.streams.service;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/** Looks at the topics before the service starts, so that what is missing is said in one sentence. */
final class TopicCheck implements AutoCloseable {
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int API_TIMEOUT_MS = 10_000;

    private final Admin admin;
    private final String cluster;

    private TopicCheck(Admin admin, String cluster) {
        this.admin = admin;
        this.cluster = cluster;
    }

    static TopicCheck of(StreamsConfiguration config, StreamsConfig streams) {
        Map<String, Object> settings = streams.getAdminConfigs(config.applicationId() + "-start-check");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return new TopicCheck(Admin.create(settings), config.bootstrapServers());
    }

    /** @throws ServiceStartException when a topic is missing, too small, or no broker answers */
    void requireUsable(Topics topics) {
        requireAll(topics.all());
        requireRoomForHeaders(topics);
    }

    private void requireAll(List<String> topics) {
        List<String> missing = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> described =
                admin.describeTopics(topics).topicNameValues();
        for (String topic : topics) {
            if (!exists(described.get(topic))) {
                missing.add(topic);
            }
        }
        if (!missing.isEmpty()) {
            throw new ServiceStartException("The Kafka cluster at " + cluster + " lacks the topics "
                    + String.join(", ", missing) + ": create them before the service starts.");
        }
    }

    private boolean exists(KafkaFuture<TopicDescription> description) {
        try {
            description.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw unanswered(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A raw record of the largest size, once rejected, is larger by its headers. */
    private void requireRoomForHeaders(Topics topics) {
        long raw = topics.raw().stream().mapToLong(this::maxMessageBytes).max().orElse(0);
        long rejected = maxMessageBytes(topics.rejected());
        if (rejected < raw + RejectedHeaders.MAX_BYTES) {
            throw new ServiceStartException("The topic " + topics.rejected() + " takes records of at most " + rejected
                    + " bytes, too few for the largest raw record and its headers: set its "
                    + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " to " + (raw + RejectedHeaders.MAX_BYTES) + " or more.");
        }
    }

    private long maxMessageBytes(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config = admin.describeConfigs(List.of(resource))
                    .values()
                    .get(resource)
                    .get();
            return Long.parseLong(
                    config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        } catch (ExecutionException e) {
            throw unanswered(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
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
        admin.close();
    }
}
