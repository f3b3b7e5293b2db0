package dev.pinflow.cli.topics;

import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.console.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the topics with their partitions and end offsets, in which transaction markers count too.",
        footer = {"", "Example:", "  pinflow topics list --bootstrap-server 127.0.0.1:9092"})
final class ListTopicsCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Override
    public Integer call() throws Exception {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            Map<String, TopicDescription> topics = new TreeMap<>(
                    admin.describeTopics(admin.listTopics().names().get())
                            .allTopicNames()
                            .get());
            Map<TopicPartition, OffsetSpec> ends = topics.values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> offsets =
                    admin.listOffsets(ends).all().get();
            Table table = new Table("topic", "partitions", "end offsets");
            topics.forEach((name, topic) -> table.row(
                    name,
                    Integer.toString(topic.partitions().size()),
                    topic.partitions().stream()
                            .map(partition -> Long.toString(offsets.get(new TopicPartition(name, partition.partition()))
                                    .offset()))
                            .collect(Collectors.joining(" "))));
            System.out.print(table.render());
            return 0;
        }
    }
}
