package dev.pinflow.streams.reset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;

/** What an application has in Kafka: its group with the offsets, and its internal topics. Not thread-safe. */
final class Cluster implements AutoCloseable {
    private final Admin admin;

    /** @param settings of an admin client */
    Cluster(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    Optional<GroupListing> group(String applicationId) {
        return get(admin.listGroups().all()).stream()
                .filter(group -> group.groupId().equals(applicationId))
                .findFirst();
    }

    int members(GroupListing group) {
        String id = group.groupId();
        if (isStreams(group)) {
            return get(admin.describeStreamsGroups(List.of(id)).all())
                    .get(id)
                    .members()
                    .size();
        }
        return get(admin.describeConsumerGroups(List.of(id)).all())
                .get(id)
                .members()
                .size();
    }

    void delete(GroupListing group) {
        List<String> ids = List.of(group.groupId());
        get(
                isStreams(group)
                        ? admin.deleteStreamsGroups(ids).all()
                        : admin.deleteConsumerGroups(ids).all());
    }

    /** The repartition topics and changelogs that Kafka Streams made for the application. */
    List<String> internalTopics(String applicationId) {
        Pattern name = Pattern.compile(Pattern.quote(applicationId) + "-.+-(changelog|repartition)");
        return get(admin.listTopics().names()).stream()
                .filter(topic -> name.matcher(topic).matches())
                .sorted()
                .toList();
    }

    void deleteTopics(Collection<String> topics) {
        get(admin.deleteTopics(topics).all());
    }

    private static boolean isStreams(GroupListing group) {
        return group.type().filter(type -> type == GroupType.STREAMS).isPresent();
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new ResetException(
                    "The Kafka cluster refuses (" + e.getCause().getMessage()
                            + "): check bootstrap.servers and the permissions to delete groups and topics.",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResetException("Interrupted while waiting for the Kafka cluster.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
