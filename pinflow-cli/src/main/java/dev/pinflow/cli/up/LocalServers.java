package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.Home;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.S3Credentials;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.stack.s3.S3Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** @throws dev.pinflow.stack.ServerStartException when one does not come up; the others are stopped then */
    public void start() throws InterruptedException {
        ports.requireFree();
        try {
            startAll();
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        }
        s3.createBucket(BUCKET);
        SecretFiles.write(
                output.secrets().resolve("db_creds.yaml"),
                "HOST: " + database.address() + "\nUSER: " + database.user() + "\nPASSWORD: " + database.password()
                        + "\n");
        SecretFiles.write(
                output.secrets().resolve(S3Credentials.FILE), new S3Credentials(s3.accessKey(), s3.secretKey()).text());
    }

    /** Returns when all are up, or as soon as one is not to be had. */
    private void startAll() throws InterruptedException, ExecutionException {
        List<Runnable> starts = List.of(
                () -> start(database),
                () -> {
                    start(kafka);
                    startConnect();
                },
                () -> start(s3),
                () -> start(registry));
        ExecutorService threads = Executors.newFixedThreadPool(starts.size());
        try {
            CompletionService<Boolean> starting = new ExecutorCompletionService<>(threads);
            List<Future<Boolean>> all =
                    starts.stream().map(start -> starting.submit(start, true)).toList();
            for (int up = 0; up < all.size(); up++) {
                starting.take().get();
            }
        } finally {
            threads.shutdownNow();
        }
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

    /** The addresses for the other verbs; still without the streams service, which runs on these servers. */
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
                null,
                output.secrets().toString());
    }

    /** Stops Connect first, so that it can say goodbye to Kafka, then the others. */
    @Override
    public void close() {
        if (connect != null) {
            connect.stop();
        }
        Stream.of(database, kafka, s3, registry).forEach(LocalServer::stop);
    }
}
