package dev.pinflow.cli.topics;

import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.config.RegistryKind;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.net.URI;
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
                "Creates the raw, curated and rejected topics that are missing, and registers the curated schemas.",
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

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "Schema registry to register the curated schemas with (default: the running local stack's;"
                    + " none where a real cluster is given).")
    private String registryUrl;

    @Override
    public Integer call() {
        Topics topics = user.topics(kafka.stack());
        List<NewTopic> plan = TopicPlan.of(topics, partitions, replicationFactor);
        Set<String> created = new HashSet<>(TopicCreation.create(kafka.clientProperties(), plan));
        plan.forEach(topic ->
                System.out.println(topic.name() + (created.contains(topic.name()) ? "  created" : "  exists")));
        String registry = registryUrl == null && !kafka.isExplicit()
                ? kafka.stack().running().map(RunningStack::registryUrl).orElse(null)
                : registryUrl;
        if (registry != null) {
            new SchemaRegistration(RegistryKind.APICURIO.confluentApi(URI.create(registry)))
                    .register(topics)
                    .forEach(schema -> System.out.println(schema.subject() + "  schema " + schema.id()));
        }
        return 0;
    }
}
