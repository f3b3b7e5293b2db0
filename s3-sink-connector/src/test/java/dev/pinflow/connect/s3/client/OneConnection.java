package dev.pinflow.connect.s3.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes one connection, reads the head of one request without a body, answers it, and waits for the client's end. */
final class OneConnection implements AutoCloseable {
    private final ServerSocket server;
    private final CompletableFuture<List<String>> head = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    OneConnection(int status) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(() -> serve(status), "one connection");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The request's lines, once they are all there. */
    CompletableFuture<List<String>> head() {
        return head;
    }

    /** True once the client has closed its side. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(int status) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            head.complete(lines);
            socket.getOutputStream()
                    .write(("HTTP/1.1 " + status + " As told\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            ended.complete(hasEnded(in));
        } catch (IOException e) {
            head.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
    }

    /** A client that closes its side at once resets the connection instead of ending it. */
    private static boolean hasEnded(BufferedReader in) throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
