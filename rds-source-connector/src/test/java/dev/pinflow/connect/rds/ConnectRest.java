package dev.pinflow.connect.rds;

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
import org.awaitility.Awaitility;

/** The parts of Connect's REST API that these tests use. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    ConnectRest(String url) {
        this.url = url;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    void deploy(String connector, Map<String, String> config) {
        eventually("PUT", "/connectors/" + connector + "/config", config);
    }

    JsonNode validate(String plugin, Map<String, String> config) throws IOException, InterruptedException {
        return send("PUT", "/connector-plugins/" + plugin + "/config/validate", body(config));
    }

    void restart(String connector) {
        eventually("POST", "/connectors/" + connector + "/restart?includeTasks=true", Map.of());
    }

    void stop(String connector) {
        eventually("PUT", "/connectors/" + connector + "/stop", Map.of());
    }

    void resume(String connector) {
        eventually("PUT", "/connectors/" + connector + "/resume", Map.of());
    }

    /** Stores offsets of a connector that is stopped, or about to be, as a user writes them. */
    void alterOffsets(String connector, String json) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    send("PATCH", "/connectors/" + connector + "/offsets", BodyPublishers.ofString(json));
                    return true;
                });
    }

    /** Forgets the offsets of a connector that is stopped, or about to be. */
    void resetOffsets(String connector) {
        eventually("DELETE", "/connectors/" + connector + "/offsets", Map.of());
    }

    void delete(String connector) throws IOException, InterruptedException {
        send("DELETE", "/connectors/" + connector, BodyPublishers.noBody());
    }

    /** The states of the connector's tasks, such as {@code RUNNING,RUNNING}. */
    String taskStates(String connector) throws IOException, InterruptedException {
        return String.join(
                ",", get("/connectors/" + connector + "/status").at("/tasks").findValuesAsText("state"));
    }

    /** The stack traces of the connector and of tasks that failed. */
    String failures(String connector) throws IOException, InterruptedException {
        return String.join("\n", get("/connectors/" + connector + "/status").findValuesAsText("trace"));
    }

    /** The offsets as the worker tells them. */
    String offsets(String connector) throws IOException, InterruptedException {
        return get("/connectors/" + connector + "/offsets").toString();
    }

    /** The sum of all strides' "posted". */
    long posted(String connector) throws IOException, InterruptedException {
        long posted = 0;
        for (JsonNode offset : get("/connectors/" + connector + "/offsets").path("offsets")) {
            posted += offset.at("/offset/posted").longValue();
        }
        return posted;
    }

    /** The worker answers 409 while it rebalances. */
    private void eventually(String method, String path, Map<String, String> body) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    send(method, path, body(body));
                    return true;
                });
    }

    private static BodyPublisher body(Map<String, String> content) throws IOException {
        return BodyPublishers.ofString(JSON.writeValueAsString(content));
    }

    private JsonNode send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(90))
                .method(method, body)
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
