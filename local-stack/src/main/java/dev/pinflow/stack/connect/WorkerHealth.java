package dev.pinflow.stack.connect;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks a worker whether it has joined its group and read its topics. */
final class WorkerHealth {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int HEALTHY = 200;

    private WorkerHealth() {}

    /** Returns when the worker says that it is healthy. */
    static void await(String address, Duration limit) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant end = Instant.now().plus(limit);
        String last = "no answer";
        while (Instant.now().isBefore(end)) {
            try {
                int status = client.send(health, BodyHandlers.discarding()).statusCode();
                if (status == HEALTHY) {
                    return;
                }
                last = "status " + status;
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new ServerStartException(
                "Kafka Connect did not become healthy within %d s (%s/health: %s); the log of this process tells more."
                        .formatted(limit.toSeconds(), address, last));
    }
}
