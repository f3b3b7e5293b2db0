package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.Home;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.S3Credentials;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.stack.s3.S3Server;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The five servers of a local stack. {@link #close} may be called from a shutdown hook while {@link #start} runs. */
public final class LocalServers implements AutoCloseable {
    /** The bucket that the sinks write to. */
    public static final String BUCKET = "pinflow";

    private final OutputFolder output;
    private final PortOptions ports;
    private final Progress progress;
    private final MariaDbServer database;
    private final KafkaServer kafka;
    private final S3Server s3;
    private final RegistryServer registry;
    private volatile ConnectServer connect;

    public LocalServers(OutputFolder output, PortOptions ports, Progress progress) {
        this.output = output;
        this.ports = ports;
        this.progress = progress;
        Path data = output.servers();
        this.database = new MariaDbServer(data.resolve("mariadb"), ports.database());
        this.kafka = new KafkaServer(data.resolve("kafka"), ports.kafka());
        this.s3 = new S3Server(data.resolve("s3"), ports.s3());
        this.registry = new RegistryServer(data.resolve("registry"), ports.registry());
    }

    /** @throws Failure when one of them does not come up; the others are stopped then */
    public void start() {
        CompletableFuture<?>[] starts = {
            CompletableFuture.runAsync(() -> start(database)),
            CompletableFuture.runAsync(() -> start(kafka)).thenRun(this::startConnect),
            CompletableFuture.runAsync(() -> start(s3)),
            CompletableFuture.runAsync(() -> start(registry))
        };
        try {
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            close();
            if (e.getCause() instanceof ServerStartException refused) {
                throw new Failure(refused.getMessage(), refused);
            }
            throw e;
        }
        s3.createBucket(BUCKET);
        SecretFiles.write(
                output.secrets().resolve("db_creds.yaml"),
                "HOST: " + database.address() + "\nUSER: " + database.user() + "\nPASSWORD: " + database.password()
                        + "\n");
        SecretFiles.write(
                output.secrets().resolve(S3Credentials.FILE), new S3Credentials(s3.accessKey(), s3.secretKey()).text());
    }

    private void startConnect() {
        connect = new ConnectServer(kafka.address(), Home.plugins(), output.secrets(), ports.connect());
        start(connect);
    }

    private void start(LocalServer server) {
        long begin = System.nanoTime();
        server.start();
        double seconds = (System.nanoTime() - begin) / 1e9;
        progress.line(
                String.format(Locale.ROOT, "  %-16s %-28s up in %.1f s", server.name(), server.address(), seconds));
    }

    public MariaDbServer database() {
        return database;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    /** The addresses for the other verbs. */
    public RunningStack addresses(String userId, String gatewayUrl) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningStack(
                self.pid(),
                RunningStack.startMillis(self),
                userId,
                kafka.address(),
                connect.address(),
                registry.address(),
                s3.address(),
                BUCKET,
                database.jdbcUrl(),
                gatewayUrl,
                output.secrets().toString());
    }

    /** Stops Connect first, so that it can say goodbye to Kafka, then the others at once. */
    @Override
    public void close() {
        if (connect != null) {
            connect.stop();
        }
        CompletableFuture.allOf(Stream.of(database, kafka, s3, registry)
                        .map(server -> CompletableFuture.runAsync(server::stop))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
