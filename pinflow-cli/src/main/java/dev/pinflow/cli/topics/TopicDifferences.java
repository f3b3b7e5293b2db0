package dev.pinflow.cli.topics;

import dev.pinflow.cli.console.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** In what existing topics differ from the plan. Nothing is changed: records may depend on it. */
final class TopicDifferences {
    /** The settings that decide whether records fit, and what becomes of old ones. */
    private static final List<String> COMPARED =
            List.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.CLEANUP_POLICY_CONFIG);

    private TopicDifferences() {}

    /** @return one sentence for each difference, in the plan's order */
    static List<String> of(Map<String, Object> clientProperties, List<NewTopic> plan) {
        if (plan.isEmpty()) {
            return List.of();
        }
        try (Admin admin = Admin.create(clientProperties)) {
            List<String> names = plan.stream().map(NewTopic::name).toList();
            Map<String, TopicDescription> descriptions =
                    admin.describeTopics(names).allTopicNames().get();
            Map<String, ConfigResource> resources = names.stream()
                    .collect(Collectors.toMap(
                            Function.identity(), name -> new ConfigResource(ConfigResource.Type.TOPIC, name)));
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources.values()).all().get();
            List<String> differences = new ArrayList<>();
            for (NewTopic topic : plan) {
                int partitions = descriptions.get(topic.name()).partitions().size();
                add(differences, topic.name(), "partitions", topic.numPartitions(), partitions);
                Config config = configs.get(resources.get(topic.name()));
                for (String setting : COMPARED) {
                    add(
                            differences,
                            topic.name(),
                            setting,
                            topic.configs().get(setting),
                            config.get(setting).value());
                }
            }
            return differences;
        } catch (ExecutionException e) {
            throw new Failure(
                    "The existing topics cannot be compared with the plan: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Comparing the existing topics was interrupted.", e);
        }
    }

    private static void add(List<String> differences, String topic, String setting, Object planned, Object found) {
        if (!planned.equals(found)) {
            differences.add("The topic " + topic + " exists with " + setting + " " + found + " instead of " + planned
                    + ", and is left so: change it with Kafka's own tools if that is not meant.");
        }
    }
}
