package dev.pinflow.stack.connect;

import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import dev.pinflow.stack.start.StartGate;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Connect worker in distributed mode in a JVM of its own, which can therefore be killed and can be of another
 * Kafka version than this JVM. Unlike other servers it may be started again after {@link #stop()} and {@link #kill()},
 * on the same port. It dies with this JVM.
 *
 * <p>The address is the REST API's URL without a slash at the end, and stays the same from the first start on. The
 * folder gets the worker's log, its properties, which hold whatever secrets they are given, and its logging
 * configuration; what is worth keeping lives in Kafka.
 */
public final class ConnectProcess implements LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectProcess.class);
    private static final String NAME = "Kafka Connect";
    private static final String MAIN = "org.apache.kafka.connect.cli.ConnectDistributed";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final WorkerClassPath classPath;
    private final Map<String, String> properties;
    private final Path folder;
    private final StartGate gate = new StartGate();
    private List<String> jvmOptions = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private volatile Optional<ChildProcess> worker = Optional.empty();
    private volatile int port;

    /**
     * @param bootstrapServers a Kafka that runs when this is started
     * @param pluginPath the folder whose sub-folders are plugins; only those with service files are found
     * @param secretsFolder the one folder that connector configurations may name files of
     * @param port the REST API's port, or 0 for a free one
     * @param folder where the log and the settings go; made as needed
     * @param extraProperties worker properties that are added to ours or replace them
     */
    public ConnectProcess(
            WorkerClassPath classPath,
            String bootstrapServers,
            Path pluginPath,
            Path secretsFolder,
            int port,
            Path folder,
            Map<String, String> extraProperties) {
        this.classPath = classPath;
        this.properties = WorkerProperties.of(bootstrapServers, pluginPath, secretsFolder, port);
        this.properties.putAll(extraProperties);
        this.port = port;
        this.folder = folder.toAbsolutePath();
    }

    /** Options of the worker's JVM from its next start on, instead of {@code -Xmx256m -XX:+UseSerialGC}. */
    public ConnectProcess jvmOptions(String... options) {
        jvmOptions = List.of(options);
        return this;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @throws IllegalStateException when the worker runs already */
    @Override
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException("The worker runs already: stop or kill it before it is started again.");
        }
        gate.start(this::startWorker, this::stopWorker);
        LOG.info("{} listens on {}, its log is {}", NAME, address(), log());
    }

    private void startWorker() {
        port = LocalPort.startOn(NAME, port, this::startOn);
    }

    private void startOn(int candidate) {
        WorkerHealth health = new WorkerHealth(url(candidate));
        ChildProcess child =
                ChildCommand.of(command(candidate)).log(log()).grace(STOP_LIMIT).start();
        ChildAnswer.await(NAME, child, START_LIMIT, health::isGood);
        worker = Optional.of(child);
    }

    private List<String> command(int candidate) {
        Path settings = folder.resolve("worker.properties");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        try {
            Files.createDirectories(folder);
            command.addAll(WorkerLogging.write(folder));
            Properties written = new Properties();
            written.putAll(properties);
            written.setProperty("listeners", url(candidate));
            try (Writer file = Files.newBufferedWriter(settings)) {
                written.store(file, null);
            }
        } catch (IOException e) {
            throw new ServerStartException("%s cannot write its settings into %s: %s".formatted(NAME, folder, e), e);
        }
        command.addAll(List.of("-cp", classPath.argument(), MAIN, settings.toString()));
        return command;
    }

    @Override
    public String address() {
        if (port == 0) {
            throw new IllegalStateException("Kafka Connect has no address before its first start.");
        }
        return url(port);
    }

    private static String url(int port) {
        return "http://%s:%d".formatted(LocalPort.HOST, port);
    }

    /** The file that the worker logs to, from its first start on and over all of them. */
    public Path log() {
        return folder.resolve("worker.log");
    }

    /** Whether the worker's JVM runs. */
    public boolean isAlive() {
        return worker.map(ChildProcess::isAlive).orElse(false);
    }

    /**
     * The process id of the worker's JVM, for signals.
     *
     * @throws IllegalStateException when the worker does not run
     */
    public long pid() {
        return worker.orElseThrow(() -> new IllegalStateException("The worker does not run."))
                .pid();
    }

    /** Sends the worker's JVM SIGKILL, without any warning, and returns when it is gone. */
    public void kill() {
        gate.stop(() -> {
            worker.ifPresent(ChildProcess::kill);
            worker = Optional.empty();
        });
    }

    @Override
    public void stop() {
        gate.stop(this::stopWorker);
    }

    private void stopWorker() {
        worker.ifPresent(ChildProcess::stop);
        worker = Optional.empty();
    }
}
