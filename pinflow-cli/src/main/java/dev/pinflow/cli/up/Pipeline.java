package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.Home;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.connect.ConnectRest;
import dev.pinflow.cli.connect.ConnectorFile;
import dev.pinflow.cli.connect.Deployment;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.cli.topics.TopicCreation;
import dev.pinflow.cli.topics.TopicPlan;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.schemas.SchemaRegistration;
import dev.pinflow.streams.service.StreamsService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;

/** What runs on the servers of a local stack: the topics, the schemas, the cleaning service and the connectors. */
public final class Pipeline implements AutoCloseable {
    private static final int PARTITIONS = 1;
    private static final Duration CLEANING_START_LIMIT = Duration.ofSeconds(60);

    /** Tails are written every so often; a person who watches does not want to wait a minute. */
    private static final String ROTATE_SCHEDULE_MS = "2000";

    private final RunningStack stack;
    private final Topics topics;
    private final Path state;
    private Optional<StreamsService> cleaning = Optional.empty();

    /** @param state folder for the cleaning service's state */
    public Pipeline(RunningStack stack, Topics topics, Path state) {
        this.stack = stack;
        this.topics = topics;
        this.state = state;
    }

    /** Creates topics, registers schemas and starts the cleaning service. */
    public void start() throws InterruptedException {
        TopicCreation.create(client(), TopicPlan.of(topics, PARTITIONS, (short) -1));
        StreamsConfiguration configuration = configuration();
        new SchemaRegistration(
                        configuration.confluentApi(),
                        configuration.registryLogin().authorization())
                .register(topics);
        StreamsService service = StreamsService.start(configuration);
        cleaning = Optional.of(service);
        if (!service.awaitRunning(CLEANING_START_LIMIT)) {
            throw new Failure("The cleaning service does not run after " + CLEANING_START_LIMIT.toSeconds()
                    + " s: its state is " + service.state() + "; see the log.");
        }
    }

    /** Deploys the sinks, before there is anything to sink. */
    public void deploySinks() {
        deploy(Stream.of("s3-sink-raw.json", "s3-sink-curated.json", "s3-sink-rejected.json"), Map.of());
    }

    /** Deploys the source; from here on posts flow. */
    public void deploySource(Map<String, String> variables) {
        deploy(Stream.of("rds-source.json"), variables);
    }

    private void deploy(Stream<String> files, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(stack.variables());
        variables.put("ROTATE_SCHEDULE_MS", ROTATE_SCHEDULE_MS);
        variables.putAll(more);
        List<ConnectorFile> connectors = files.map(Home.connectorConfigs()::resolve)
                .map(file -> ConnectorFile.read(file, name -> Optional.ofNullable(variables.get(name))))
                .toList();
        new Deployment(new ConnectRest(stack.connectUrl())).apply(connectors);
    }

    /** How to reach the stack's Kafka. */
    public Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
    }

    /** What the cleaning service failed of, if it did. */
    public Optional<Throwable> cleaningFailure() {
        return cleaning.flatMap(StreamsService::failure);
    }

    @Override
    public void close() {
        cleaning.ifPresent(StreamsService::close);
    }

    private StreamsConfiguration configuration() {
        Properties properties = new Properties();
        properties.put("user.id", topics.userId());
        properties.put("bootstrap.servers", stack.bootstrapServers());
        properties.put("registry.url", stack.registryUrl());
        properties.put("state.dir", state.toString());
        return StreamsConfiguration.of(properties);
    }
}
