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
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    WorkerHealth(String address) {
        this.address = address;
    }

    /** Returns when the worker, which lives in this JVM, says that it is healthy. */
    static void await(String address, Duration limit) throws InterruptedException {
        WorkerHealth health = new WorkerHealth(address);
        Instant end = Instant.now().plus(limit);
        String last = "no answer";
        while (Instant.now().isBefore(end)) {
            try {
                if (health.isGood()) {
                    return;
                }
                last = "not yet";
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new ServerStartException(
                "Kafka Connect did not become healthy within %d s (%s/health: %s); the log of this process tells more."
                        .formatted(limit.toSeconds(), address, last));
    }

    /**
     * Asks once. Workers before Kafka 3.9 know no health (KIP-1017); the list of connectors comes from the same thread,
     * once it has joined the group.
     */
    boolean isGood() throws IOException, InterruptedException {
        int health = status("/health");
        return health == OK || (health == NOT_FOUND && status("/connectors") == OK);
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_LIMIT)
                .build();
        return client.send(question, BodyHandlers.discarding()).statusCode();
    }
}
