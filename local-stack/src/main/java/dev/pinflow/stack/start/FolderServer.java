package dev.pinflow.stack.start;

import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.port.LocalPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life cycle that servers with a data folder share: the port is looked at, the folder taken, and both let go. */
public abstract class FolderServer implements LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(FolderServer.class);

    private final String name;
    private final Path folder;
    private final int requestedPort;
    private final StartGate gate = new StartGate();
    private Optional<DataFolder> data = Optional.empty();

    /** @param requestedPort the port to listen on, or 0 for a free one */
    protected FolderServer(String name, Path folder, int requestedPort) {
        this.name = name;
        this.folder = folder;
        this.requestedPort = requestedPort;
    }

    /** The version that a folder made by this server is good for. */
    protected abstract String version();

    /** Starts the server on a folder that is its own. What it leaves running when it throws, {@link #stopRunning} ends. */
    protected abstract void startOn(DataFolder opened, int requested) throws IOException;

    /** Ends whatever runs; called more than once. */
    protected abstract void stopRunning();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void start() {
        gate.start(this::takeFolderAndStart, this::stopAndRelease);
        LOG.info("{} listens on {}, its data lies in {}", name, address(), folder);
    }

    @Override
    public final void stop() {
        gate.stop(this::stopAndRelease);
    }

    private void takeFolderAndStart() {
        LocalPort.requireFree(name, requestedPort);
        DataFolder opened = DataFolder.open(folder, name, version());
        data = Optional.of(opened);
        try {
            startOn(opened, requestedPort);
        } catch (IOException e) {
            throw new ServerStartException("%s cannot prepare its data folder %s: %s".formatted(name, folder, e), e);
        }
    }

    private void stopAndRelease() {
        stopRunning();
        data.ifPresent(DataFolder::close);
        data = Optional.empty();
    }
}
