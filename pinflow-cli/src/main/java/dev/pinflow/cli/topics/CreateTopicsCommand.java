package dev.pinflow.cli.topics;

import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.cluster.RegistryOptions;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description =
                "Creates the raw, curated, rejected and answers topics that are missing, and registers the curated"
                        + " schemas.",
        footer = {
            "",
            "Example:",
            "  pinflow topics create --bootstrap-server broker:9092 --user-id 0123456789ab --registry-url http://registry:8080"
        })
final class CreateTopicsCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private UserOption user;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Replicas of each partition (default: the brokers' default).")
    private short replicationFactor;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        Topics topics = user.topics(kafka.stack());
        List<NewTopic> plan = TopicPlan.of(topics, partitions, replicationFactor);
        Set<String> created = new HashSet<>(TopicCreation.create(kafka.clientProperties(), plan));
        plan.forEach(topic ->
                System.out.println(topic.name() + (created.contains(topic.name()) ? "  created" : "  exists")));
        List<NewTopic> existing =
                plan.stream().filter(topic -> !created.contains(topic.name())).toList();
        TopicDifferences.of(kafka.clientProperties(), existing).forEach(System.err::println);
        registry.confluentApiIfKnown(kafka)
                .ifPresent(api -> new SchemaRegistration(api)
                        .register(topics)
                        .forEach(schema -> System.out.println(schema.subject() + "  schema " + schema.id())));
        return 0;
    }
}
