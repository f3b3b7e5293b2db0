package dev.pinflow.stack.registry;

import dev.pinflow.stack.cache.BundledVersion;
import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import dev.pinflow.stack.start.FolderServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An Apicurio schema registry in a JVM of its own. It speaks its own REST API under {@code /apis/registry/v2} and
 * Confluent's under {@code /apis/ccompat/v7}. Schemas and their ids survive {@link #stop()} in an H2 file.
 *
 * <p>The address is the URL without a slash at the end.
 */
public final class RegistryServer extends FolderServer {
    private static final String NAME = "Schema registry";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private volatile Optional<ChildProcess> server = Optional.empty();
    private volatile int port;

    /** @param port the port to listen on, or 0 for a free one */
    public RegistryServer(Path folder, int port) {
        super(NAME, folder, port);
    }

    @Override
    protected String version() {
        return BundledVersion.APICURIO.get();
    }

    @Override
    protected void startOn(DataFolder opened, int requested) throws IOException {
        RegistryProgram program = RegistryProgram.unpacked();
        Path store = Files.createDirectories(opened.path().resolve("data"));
        port = LocalPort.startOn(NAME, requested, candidate -> startServer(program, opened, store, candidate));
        opened.markReady();
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
    protected void stopRunning() {
        server.ifPresent(ChildProcess::stop);
        server = Optional.empty();
    }
}
