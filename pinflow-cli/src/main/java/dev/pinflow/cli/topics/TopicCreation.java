package dev.pinflow.cli.topics;

import dev.pinflow.cli.console.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the planned topics that are missing and leaves those that exist as they are. */
public final class TopicCreation {
    private TopicCreation() {}

    /** @return the names of the topics that were created, in the plan's order */
    public static List<String> create(Map<String, Object> clientProperties, List<NewTopic> plan) {
        try (Admin admin = Admin.create(clientProperties)) {
            Map<String, KafkaFuture<Void>> answers = admin.createTopics(plan).values();
            List<String> created = new ArrayList<>();
            for (NewTopic topic : plan) {
                if (succeeded(topic.name(), answers.get(topic.name()))) {
                    created.add(topic.name());
                }
            }
            return created;
        }
    }

    private static boolean succeeded(String topic, KafkaFuture<Void> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new Failure(
                    "The topic " + topic + " cannot be created: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Creating the topic " + topic + " was interrupted.", e);
        }
    }
}
