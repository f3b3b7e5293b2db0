package dev.pinflow.stack.kafka;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.start.BoundedStart;
import dev.pinflow.stack.start.FolderServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker of one node, its own KRaft controller, inside this JVM. Topics are created by whoever needs them, never
 * by use. Its data survives {@link #stop()} and is found again by a server on the same folder.
 *
 * <p>The address is what clients take as {@code bootstrap.servers}.
 */
public final class KafkaServer extends FolderServer {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaServer.class);
    private static final String NAME = "Kafka";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Map<String, String> extraProperties;
    private Optional<KafkaRaftServer> broker = Optional.empty();
    private volatile int port;

    /** @param port the port to listen on, or 0 for a free one */
    public KafkaServer(Path folder, int port) {
        this(folder, port, Map.of());
    }

    /** @param extraProperties broker properties that are added to ours, or replace them */
    public KafkaServer(Path folder, int port, Map<String, String> extraProperties) {
        super(NAME, folder, port);
        this.extraProperties = Map.copyOf(extraProperties);
    }

    @Override
    protected String version() {
        return AppInfoParser.getVersion();
    }

    @Override
    protected void startOn(DataFolder opened, int requested) throws IOException {
        Path log = opened.path().resolve("log");
        if (opened.isFresh()) {
            format(opened, log);
        }
        port = LocalPort.startOn(NAME, requested, candidate -> startBroker(log, candidate));
    }

    private static void format(DataFolder data, Path log) throws IOException {
        Files.createDirectories(log);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(
                            data.keep("cluster.id", () -> Uuid.randomUuid().toString()))
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .addDirectory(log.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        data.markReady();
    }

    private void startBroker(Path log, int candidate) {
        Map<String, String> properties = BrokerProperties.of(log, candidate, LocalPort.free());
        properties.putAll(extraProperties);
        KafkaExits.install();
        KafkaRaftServer started = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            broker = Optional.of(BoundedStart.call(NAME, START_LIMIT, () -> {
                KafkaExits.ofThisJvm().onlyNoteOnThisThread();
                started.startup();
                return started;
            }));
        } catch (ServerStartException e) {
            shutDownQuietly(started);
            throw e;
        }
    }

    private static void shutDownQuietly(KafkaRaftServer started) {
        try {
            started.shutdown();
        } catch (RuntimeException e) {
            LOG.debug("Kafka, which did not start, did not stop in order either", e);
        }
    }

    @Override
    public String address() {
        return LocalPort.HOST + ":" + port;
    }

    @Override
    protected void stopRunning() {
        broker.ifPresent(running -> {
            running.shutdown();
            running.awaitShutdown();
        });
        broker = Optional.empty();
    }
}
