package dev.pinflow.benchmarks.s3;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Stands between a sink and the S3 server, counts the requests and answers each as much later as it is told, without
 * using the processor meanwhile. Signatures stay valid, as the server checks them against the host that the sink named.
 */
final class CountingProxy implements AutoCloseable {
    private static final int BUFFER = 128 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_FINAL = 200;

    private final URI server;
    private final ServerSocket socket;
    private volatile Duration delay = Duration.ZERO;
    private volatile Traffic traffic = new Traffic();

    private CountingProxy(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    static CountingProxy start(URI server) throws IOException {
        CountingProxy proxy = new CountingProxy(server);
        startThread("proxy", proxy::accept);
        return proxy;
    }

    /** What a sink takes as its endpoint. */
    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Counts from zero from here on, and holds each request for so long before the server sees it. */
    Traffic begin(Duration newDelay) {
        delay = newDelay;
        traffic = new Traffic();
        return traffic;
    }

    /** Since the last beginning. */
    Traffic traffic() {
        return traffic;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                startThread("proxy-connection", () -> relay(accepted));
            } catch (IOException e) {
                // It was closed, which ends the loop, or a sink gave up before it was heard.
            }
        }
    }

    private static void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void relay(Socket accepted) {
        try (Socket sink = accepted;
                Socket store = new Socket(server.getHost(), server.getPort())) {
            sink.setTcpNoDelay(true);
            store.setTcpNoDelay(true);
            relay(
                    new BufferedInputStream(sink.getInputStream(), BUFFER),
                    new BufferedOutputStream(sink.getOutputStream(), BUFFER),
                    new BufferedInputStream(store.getInputStream(), BUFFER),
                    new BufferedOutputStream(store.getOutputStream(), BUFFER));
        } catch (IOException e) {
            // One side has gone; closing the other tells it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(InputStream fromSink, OutputStream toSink, InputStream fromStore, OutputStream toStore)
            throws IOException, InterruptedException {
        HttpBody up = new HttpBody(fromSink, toStore);
        HttpBody down = new HttpBody(fromStore, toSink);
        boolean open = true;
        while (open) {
            Optional<HttpHead> next = HttpHead.read(fromSink);
            if (next.isEmpty()) {
                return;
            }
            HttpHead request = next.get();
            Thread.sleep(delay.toMillis());
            if (request.has("Expect", "100-continue")) {
                toSink.write(CONTINUE);
                toSink.flush();
                request = request.without("Expect");
            }
            toStore.write(request.bytes());
            up.copyOfRequest(request);
            HttpHead answer = answer(fromStore);
            traffic.add(
                    RequestKind.of(request.word(0), request.word(1)),
                    HttpBody.length(request).orElse(0L),
                    answer.status());
            toSink.write(answer.bytes());
            open = down.copyOfAnswer(answer, request.word(0));
        }
    }

    private static HttpHead answer(InputStream fromStore) throws IOException {
        HttpHead answer;
        do {
            answer = HttpHead.read(fromStore).orElseThrow(() -> new IOException("the store closed the connection"));
        } while (answer.status() < FIRST_FINAL);
        return answer;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("The proxy cannot be closed.", e);
        }
    }
}
