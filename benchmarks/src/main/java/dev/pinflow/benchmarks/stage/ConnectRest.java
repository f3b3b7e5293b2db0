package dev.pinflow.benchmarks.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The part of a worker's REST API that a run needs. */
public final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int FIRST_ERROR = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    public ConnectRest(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    /** Whether the worker has joined its group and read its topics. */
    public boolean isHealthy() throws IOException, InterruptedException {
        return send("GET", "/health", BodyPublishers.noBody()).statusCode() == OK;
    }

    /** @throws IllegalStateException with the worker's answer, if it refuses the configuration */
    public void deploy(String name, Map<String, String> options) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(options));
        HttpResponse<String> response = send("PUT", "/connectors/" + name + "/config", body);
        if (response.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException("the worker refuses the connector: " + message(response.body()));
        }
    }

    /** @throws IllegalStateException with the beginning of its stack trace, if the connector or its task has failed */
    public void requireRunning(String name) throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(send("GET", "/connectors/" + name + "/status", BodyPublishers.noBody())
                .body());
        for (String trace : status.findValuesAsText("trace")) {
            throw new IllegalStateException(
                    "the connector failed: " + trace.lines().limit(3).toList());
        }
    }

    private static String message(String body) throws IOException {
        return JSON.readTree(body).path("message").asText(body);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
