package dev.pinflow.stack.connect;

import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.kafka.KafkaExits;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.start.BoundedStart;
import dev.pinflow.stack.start.StartGate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Connect worker in distributed mode inside this JVM, with the real REST API and with plugins isolated in class
 * loaders of their own. It has no data folder: connectors, their offsets and states live in Kafka.
 *
 * <p>The address is the REST API's URL without a slash at the end.
 */
public final class ConnectServer implements LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectServer.class);
    private static final String NAME = "Kafka Connect";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Map<String, String> properties;
    private final int requestedPort;
    private final StartGate gate = new StartGate();
    private Optional<Connect<DistributedHerder>> worker = Optional.empty();
    private volatile Optional<URI> url = Optional.empty();

    /**
     * @param bootstrapServers a Kafka that runs already
     * @param pluginPath the folder whose sub-folders are plugins; only those with service files are found
     * @param secretsFolder the one folder that connector configurations may name files of, as
     *     <code>${file:/path/db_creds.yaml:PASSWORD}</code>
     * @param port the REST API's port, or 0 for a free one
     */
    public ConnectServer(String bootstrapServers, Path pluginPath, Path secretsFolder, int port) {
        this(bootstrapServers, pluginPath, secretsFolder, port, Map.of());
    }

    /** @param extraProperties worker properties, such as {@code group.id}, that are added to ours or replace them */
    public ConnectServer(
            String bootstrapServers,
            Path pluginPath,
            Path secretsFolder,
            int port,
            Map<String, String> extraProperties) {
        this.properties = WorkerProperties.of(bootstrapServers, pluginPath, secretsFolder, port);
        this.properties.putAll(extraProperties);
        this.requestedPort = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        gate.start(this::startWorker, this::stopWorker);
        LOG.info("{} listens on {}", NAME, address());
    }

    private void startWorker() {
        LocalPort.requireFree(NAME, requestedPort);
        KafkaExits.install();
        worker = Optional.of(
                BoundedStart.call(NAME, START_LIMIT, () -> new ConnectDistributed().startConnect(properties)));
        url = worker.map(connect -> connect.rest().advertisedUrl());
        try {
            WorkerHealth.await(address(), START_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("The start of Kafka Connect was interrupted.", e);
        }
    }

    @Override
    public String address() {
        URI known = url.orElseThrow(() -> new IllegalStateException("Kafka Connect has no address before its start."));
        return "http://%s:%d".formatted(known.getHost(), known.getPort());
    }

    @Override
    public void stop() {
        gate.stop(this::stopWorker);
    }

    private void stopWorker() {
        worker.ifPresent(connect -> {
            connect.stop();
            connect.awaitStop();
        });
        worker = Optional.empty();
    }
}
