package dev.pinflow.ingest.write;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics exist, so that a post to a missing one is answered at once: a producer would wait for it to appear.
 * Existing topics are remembered.
 */
final class KafkaTopics implements AutoCloseable {
    private final Admin admin;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    KafkaTopics(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    /**
     * How many partitions the topic has; empty when there is no such topic.
     *
     * @throws ExecutionException when the cluster does not tell
     */
    OptionalInt partitions(String topic) throws ExecutionException, InterruptedException {
        Integer known = partitions.get(topic);
        if (known != null) {
            return OptionalInt.of(known);
        }
        try {
            int found = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions()
                    .size();
            partitions.put(topic, found);
            return OptionalInt.of(found);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof InvalidTopicException) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
