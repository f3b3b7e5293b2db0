package dev.pinflow.stack.port;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.function.IntConsumer;

/** Where on 127.0.0.1 a server listens. All servers of the stack listen there and nowhere else. */
public final class LocalPort {
    /** The only address that servers bind to. */
    public static final String HOST = "127.0.0.1";

    private static final int TRIES = 3;

    private LocalPort() {}

    /**
     * Starts a server on a port that was free just before. Another program may take a port between the look and the
     * server's own bind; when that happens to a port nobody asked for, the start is tried again on another one.
     *
     * @param requested the port asked for; 0 takes a free one
     * @param start starts the server on the port it is given, or throws ServerStartException with nothing left running
     * @return the port that the server listens on
     * @throws ServerStartException when the port asked for is taken, before anything is started
     */
    public static int startOn(String server, int requested, IntConsumer start) {
        if (requested != 0) {
            requireFree(server, requested);
            start.accept(requested);
            return requested;
        }
        for (int left = TRIES - 1; ; left--) {
            int port = free();
            try {
                start.accept(port);
                return port;
            } catch (ServerStartException e) {
                if (left == 0 || isFree(port)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Checks that the port asked for can be had; 0 always can.
     *
     * @throws ServerStartException when it is taken or no port number at all
     */
    public static void requireFree(String server, int requested) {
        if (requested < 0 || requested > 65535) {
            throw new ServerStartException(
                    "Port %d, asked for %s, does not exist; choose one from 1 to 65535, or 0 for any free one."
                            .formatted(requested, server));
        }
        if (requested != 0 && !isFree(requested)) {
            throw new ServerStartException(("Port %d, asked for %s, is taken by another program; stop that program,"
                            + " or choose another port, or 0 for any free one.")
                    .formatted(requested, server));
        }
    }

    /** A port that is free now. */
    public static int free() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }

    /** A port on {@link #HOST}, without a name to look up. */
    public static InetSocketAddress address(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        // As servers do: a connection that lingers from an earlier run does not make the port taken.
        socket.setReuseAddress(true);
        try {
            socket.bind(address(port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }
}
