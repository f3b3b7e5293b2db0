package dev.pinflow.stack.mariadb;

import dev.pinflow.stack.cache.BundledVersion;
import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.folder.Password;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import dev.pinflow.stack.start.FolderServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A MariaDB server, which speaks MySQL's protocol, as a child process. It has one database, {@code pinterest_data}
 * (utf8mb4), empty at first, and one user with all rights on it, whose password is made with the data folder.
 *
 * <p>The address is host and port; the time zone is UTC.
 */
public final class MariaDbServer extends FolderServer {
    private static final String NAME = "MariaDB";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

    private volatile Optional<ChildProcess> server = Optional.empty();
    private volatile String password = "";
    private volatile int port;

    private final List<String> extraArguments;

    /** @param port the port to listen on, or 0 for a free one */
    public MariaDbServer(Path folder, int port) {
        this(folder, port, List.of());
    }

    /**
     * A server with further or other options.
     *
     * @param port the port to listen on, or 0 for a free one
     * @param extraArguments such as {@code --log-bin}; they come last, so that they outdo the server's own: {@code --ssl}
     *     outdoes the {@code --skip-ssl} that is passed otherwise
     */
    public MariaDbServer(Path folder, int port, List<String> extraArguments) {
        super(NAME, folder, port);
        this.extraArguments = List.copyOf(extraArguments);
    }

    @Override
    protected String version() {
        return BundledVersion.MARIADB.get();
    }

    @Override
    protected void startOn(DataFolder opened, int requested) throws IOException {
        MariaDbProgram program = MariaDbProgram.unpacked();
        Path log = opened.path().resolve("mariadb.log");
        if (opened.isFresh()) {
            Bootstrap.run(program, opened.path(), log);
            opened.markReady();
        }
        password = opened.keep("password", () -> Password.random(24));
        Path init = InitFile.write(opened.path(), password);
        port = LocalPort.startOn(NAME, requested, candidate -> startServer(program, opened, init, candidate));
    }

    private void startServer(MariaDbProgram program, DataFolder opened, Path init, int candidate) {
        Path log = opened.path().resolve("mariadb.log");
        ChildProcess child = ChildCommand.of(program.serve(opened.path(), init, candidate, extraArguments))
                .log(log)
                .grace(STOP_LIMIT)
                .start();
        ChildAnswer.await(NAME, child, START_LIMIT, () -> Greeting.isSentBy(candidate));
        server = Optional.of(child);
    }

    @Override
    public String address() {
        return LocalPort.HOST + ":" + port;
    }

    /** What JDBC drivers for MySQL take. */
    public String jdbcUrl() {
        return "jdbc:mysql://%s/%s".formatted(address(), InitFile.DATABASE);
    }

    public String user() {
        return InitFile.USER;
    }

    public String password() {
        return password;
    }

    @Override
    protected void stopRunning() {
        server.ifPresent(ChildProcess::stop);
        server = Optional.empty();
    }
}
