package dev.pinflow.streams.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to the registry that a test can cut, silence and mend, so that the shared registry itself stays up. */
public final class RegistryLink implements AutoCloseable {
    private enum Condition {
        GOOD,
        CUT,
        SILENT
    }

    private final URI target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "registry-link");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Condition condition = Condition.GOOD;

    public RegistryLink(String registry) {
        this.target = URI.create(registry);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** The URL that stands for the registry's. */
    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** From now on connections are broken at once, those that are open too. */
    public void cut() {
        become(Condition.CUT);
    }

    /** From now on connections are taken and never answered. */
    public void silence() {
        become(Condition.SILENT);
    }

    public void mend() {
        become(Condition.GOOD);
    }

    private void become(Condition now) {
        condition = now;
        open.forEach(RegistryLink::closeQuietly);
        open.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                switch (condition) {
                    case GOOD -> join(client);
                    case CUT -> closeQuietly(client);
                    case SILENT -> {} // stays open
                }
            } catch (IOException e) {
                // The door was closed, or the registry refuses: the next client finds out for itself.
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort());
        open.add(server);
        threads.execute(() -> copy(client, server));
        threads.execute(() -> copy(server, client));
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Either side hung up, or the link was cut.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        become(Condition.CUT);
        threads.shutdownNow();
    }
}
