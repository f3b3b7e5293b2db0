package dev.pinflow.connect.s3.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP server that keeps what it is sent. As an endpoint it stands for a store and a token service that agree to
 * everything; as a proxy it passes requests on to the store on this machine that they name.
 */
final class RecordingStore implements AutoCloseable {
    /**
     * What a client sent, as it was on the wire.
     *
     * @param body one character per byte
     */
    record Request(String method, URI target, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "host", "connection", "content-length", "expect", "transfer-encoding", "upgrade", "proxy-authorization");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient onward =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    RecordingStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next so many requests are answered with 500. */
    void fail(int times) {
        failures.set(times);
    }

    List<Request> requests() {
        return requests;
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("Not one request: " + requests);
        }
        return requests.get(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            requests.add(request);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(500, -1);
            } else if ("127.0.0.1".equals(request.target().getHost())) {
                passOn(request, exchange);
            } else {
                reply(exchange, 200, agreement(request).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void passOn(Request request, HttpExchange exchange) throws IOException {
        HttpRequest.Builder onwards = HttpRequest.newBuilder(request.target())
                .timeout(Duration.ofSeconds(20))
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.ISO_8859_1));
        request.headers().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> onwards.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = onward.send(onwards.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("ETag")
                    .ifPresent(tag -> exchange.getResponseHeaders().add("ETag", tag));
            reply(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String agreement(Request request) {
        if (request.method().equals("POST") && "uploads".equals(request.target().getQuery())) {
            return "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>";
        }
        if (request.headers().containsKey("x-amz-copy-source")) {
            return "<CopyObjectResult><ETag>tag</ETag></CopyObjectResult>";
        }
        if (request.body().contains("Action=AssumeRole")) {
            return """
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                    <Credentials><AccessKeyId>role-key</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>
                    <SessionToken>role-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>
                    </AssumeRoleResult></AssumeRoleResponse>""";
        }
        return "";
    }
}
