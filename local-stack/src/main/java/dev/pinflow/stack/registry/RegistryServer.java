package dev.pinflow.stack.registry;

import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.cache.BundledVersion;
import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import dev.pinflow.stack.start.StartGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Apicurio schema registry in a JVM of its own. It speaks its own REST API under {@code /apis/registry/v2} and
 * Confluent's under {@code /apis/ccompat/v7}. Schemas and their ids survive {@link #stop()} in an H2 file.
 *
 * <p>The address is the URL without a slash at the end.
 */
public final class RegistryServer implements LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final String NAME = "Schema registry";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final int requestedPort;
    private final StartGate gate = new StartGate();
    private Optional<DataFolder> data = Optional.empty();
    private volatile Optional<ChildProcess> server = Optional.empty();
    private volatile int port;

    /** @param port the port to listen on, or 0 for a free one */
    public RegistryServer(Path folder, int port) {
        this.folder = folder;
        this.requestedPort = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        gate.start(this::takeFolderAndStart, this::stopServer);
        LOG.info("{} listens on {}, its data lies in {}", NAME, address(), folder);
    }

    private void takeFolderAndStart() {
        LocalPort.requireFree(NAME, requestedPort);
        DataFolder opened = DataFolder.open(folder, NAME, BundledVersion.APICURIO.get());
        data = Optional.of(opened);
        RegistryProgram program = RegistryProgram.unpacked();
        try {
            Path store = Files.createDirectories(opened.path().resolve("data"));
            port = LocalPort.startOn(NAME, requestedPort, candidate -> startServer(program, opened, store, candidate));
            opened.markReady();
        } catch (IOException e) {
            throw new ServerStartException("%s cannot prepare its data folder %s: %s".formatted(NAME, folder, e), e);
        }
    }

    private void startServer(RegistryProgram program, DataFolder opened, Path store, int candidate) {
        RegistryAnswer answer = new RegistryAnswer(candidate);
        ChildProcess child = ChildCommand.of(program.serve(candidate))
                .directory(store)
                .log(opened.path().resolve("registry.log"))
                .start();
        ChildAnswer.await(NAME, child, START_LIMIT, answer::isReady);
        server = Optional.of(child);
    }

    @Override
    public String address() {
        return "http://%s:%d".formatted(LocalPort.HOST, port);
    }

    @Override
    public void stop() {
        gate.stop(this::stopServer);
    }

    private void stopServer() {
        server.ifPresent(ChildProcess::stop);
        server = Optional.empty();
        data.ifPresent(DataFolder::close);
        data = Optional.empty();
    }
}
