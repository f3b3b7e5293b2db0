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
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;

/** What runs on the servers of a local stack: the topics, the schemas, the streams service and the connectors. */
public final class Pipeline implements AutoCloseable {
    private static final int PARTITIONS = 1;
    private static final Duration STREAMS_START_LIMIT = Duration.ofSeconds(60);

    /** Tails are written every so often; a person who watches does not want to wait a minute. */
    private static final String ROTATE_SCHEDULE_MS = "2000";

    private final RunningStack stack;
    private final Topics topics;
    private final Path state;
    private final int managementPort;
    private Optional<StreamsService> streams = Optional.empty();

    /**
     * A pipeline that is yet to be started.
     *
     * @param state folder for the streams service's state
     * @param managementPort where the streams service serves its answers; 0 for any free one
     */
    public Pipeline(RunningStack stack, Topics topics, Path state, int managementPort) {
        this.stack = stack;
        this.topics = topics;
        this.state = state;
        this.managementPort = managementPort;
    }

    /** Creates topics, registers schemas and starts the streams service. */
    public void start() throws InterruptedException {
        TopicCreation.create(client(), TopicPlan.of(topics, PARTITIONS, (short) -1));
        StreamsConfiguration configuration = configuration();
        new SchemaRegistration(configuration.confluentApi()).register(topics);
        StreamsService service = StreamsService.start(configuration);
        streams = Optional.of(service);
        if (!service.awaitRunning(STREAMS_START_LIMIT)) {
            throw new Failure("The streams service does not run after " + STREAMS_START_LIMIT.toSeconds()
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

    /** Where the streams service serves its live answers, metrics and health; only once it has been started. */
    public String streamsUrl() {
        return streams.flatMap(StreamsService::management)
                .map(URI::toString)
                .orElseThrow(() -> new IllegalStateException("The streams service has not been started."));
    }

    /** Why the streams service gave up, if it did. */
    public Optional<String> streamsFailure() {
        return streams.flatMap(StreamsService::reason);
    }

    @Override
    public void close() {
        streams.ifPresent(StreamsService::close);
    }

    private StreamsConfiguration configuration() {
        Properties properties = new Properties();
        properties.put("user.id", topics.userId());
        properties.put("bootstrap.servers", stack.bootstrapServers());
        properties.put("registry.url", stack.registryUrl());
        properties.put("state.dir", state.toString());
        properties.put("management.port", Integer.toString(managementPort));
        return StreamsConfiguration.of(properties);
    }
}
