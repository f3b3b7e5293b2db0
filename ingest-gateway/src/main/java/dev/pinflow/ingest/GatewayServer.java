package dev.pinflow.ingest;

import dev.pinflow.ingest.produce.ProduceHandler;
import dev.pinflow.ingest.write.KafkaRecordWriter;
import dev.pinflow.ingest.write.RecordWriter;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP front door. Life cycle: constructed, {@link #start()} once, {@link #stop()} any number of times; start and
 * stop are not to be called at the same time.
 */
public final class GatewayServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 4;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(25);

    private final GatewayConfig config;
    private final RecordWriter writer;
    private final Server server;
    private final ServerConnector connector;

    public GatewayServer(GatewayConfig config) {
        this(config, KafkaRecordWriter.connect(config.bootstrapServers(), config.kafkaSettings()));
    }

    /** @param writer where records go instead of to Kafka; closed with the server */
    public GatewayServer(GatewayConfig config, RecordWriter writer) {
        this.config = config;
        this.writer = writer;
        this.server = new Server(new QueuedThreadPool(MAX_THREADS, MIN_THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setHandler(
                new GracefulHandler(new ProduceHandler(writer, config.allowedTopics(), config.maxBodyBytes())));
        server.setStopTimeout(DRAIN_TIMEOUT.toMillis());
    }

    /** @throws GatewayStartException when the port is taken or the address is not this machine's */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new GatewayStartException(
                    "The gateway cannot listen on " + config.host() + ":" + config.port() + " (" + e.getMessage()
                            + "): stop what uses the port, or choose another one.",
                    e);
        }
        LOG.info("Gateway listens on {}", address());
    }

    /** Where clients post, such as {@code http://127.0.0.1:8082}; valid after {@link #start()}. */
    public String address() {
        return "http://" + config.host() + ":" + connector.getLocalPort();
    }

    /** Takes no further requests, answers those in progress within 25 seconds, and closes the writer. */
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("Gateway did not stop in good order", e);
        } finally {
            writer.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
