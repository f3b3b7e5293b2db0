package dev.pinflow.streams.proof;

import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One instance of the service in a JVM of its own, that gets signals. Used by one thread. */
final class ServiceProcess implements AutoCloseable {
    private static final String NAME = "The service";
    private static final String MAIN = "dev.pinflow.streams.command.StreamsApp";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Map<String, String> settings;
    private final Path log;
    private final String heap;
    private int port;
    private Optional<ChildProcess> child = Optional.empty();

    /** @param heap the largest heap, such as {@code 256m} */
    ServiceProcess(Map<String, String> settings, Path log, String heap) {
        this.settings = Map.copyOf(settings);
        this.log = log;
        this.heap = heap;
    }

    /** Starts the JVM and returns when it listens; it may not be ready yet. */
    void launch() {
        port = LocalPort.startOn(NAME, 0, candidate -> {
            ChildProcess started = ChildCommand.of(command(candidate))
                    .log(log)
                    .grace(Duration.ofSeconds(40))
                    .start();
            ChildAnswer.await(NAME, started, START_LIMIT, () -> new Management(candidate).answers());
            child = Optional.of(started);
        });
    }

    /** Starts the JVM and returns when it says that it is ready. */
    void start() {
        launch();
        ChildAnswer.await(NAME, running(), START_LIMIT, () -> management().isReady());
    }

    private List<String> command(int management) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=" + compilerLevel()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "run"));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        command.addAll(List.of("--set", "management.port=" + management));
        return command;
    }

    /** Short runs gain more from a quick start than from fast code. */
    private static int compilerLevel() {
        return Integer.getInteger("pinflow.compiler", 1);
    }

    Management management() {
        return new Management(port);
    }

    boolean isAlive() {
        return child.map(ChildProcess::isAlive).orElse(false);
    }

    /** Everything that this instance has logged so far. */
    Path log() {
        return log;
    }

    /** SIGKILL; returns when the JVM is gone. */
    void kill() {
        child.ifPresent(ChildProcess::kill);
        child = Optional.empty();
    }

    /** SIGTERM; yields the exit code, or nothing when the JVM still runs after that time. */
    OptionalInt terminate(Duration limit) throws InterruptedException {
        ChildProcess running = running();
        ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroy);
        OptionalInt code = running.waitFor(limit);
        if (code.isPresent()) {
            child = Optional.empty();
        }
        return code;
    }

    private ChildProcess running() {
        return child.orElseThrow(() -> new IllegalStateException("The service does not run."));
    }

    @Override
    public void close() {
        kill();
    }
}
