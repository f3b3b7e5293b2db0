package dev.pinflow.stack.registry;

import dev.pinflow.stack.port.LocalPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a registry for its readiness, which covers its store. */
final class RegistryAnswer {
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest ready;

    RegistryAnswer(int port) {
        ready = HttpRequest.newBuilder(URI.create("http://%s:%d/health/ready".formatted(LocalPort.HOST, port)))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    boolean isReady() throws IOException, InterruptedException {
        return client.send(ready, BodyHandlers.discarding()).statusCode() == OK;
    }
}
