package dev.pinflow.benchmarks.rds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topics of one run, seen from the broker's side, so that looking costs the process under test nothing. */
final class TopicWatch implements AutoCloseable {
    private final Admin admin;
    private final List<TopicPartition> partitions;

    private TopicWatch(Admin admin, List<TopicPartition> partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /** Creates the topics, of one partition each. */
    static TopicWatch create(String brokers, List<String> topics) throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", brokers));
        admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toList())
                .all()
                .get();
        return new TopicWatch(
                admin,
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList());
    }

    /** How many records the topics hold. */
    long records() throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** The size of the topics' logs. */
    long bytes() throws ExecutionException, InterruptedException {
        return admin
                .describeLogDirs(
                        List.of(admin.describeCluster().controller().get().id()))
                .allDescriptions()
                .get()
                .values()
                .stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> partitions.contains(replica.getKey()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** Deletes the topics and all others that the run has left; waits until the broker knows them no more. */
    void deleteAll() throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics().names().get();
        admin.deleteTopics(topics).all().get();
        while (!admin.listTopics().names().get().isEmpty()) {
            Thread.sleep(Duration.ofMillis(20).toMillis());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
