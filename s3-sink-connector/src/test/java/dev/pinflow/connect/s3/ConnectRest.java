package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A worker's REST API, as far as the tests need it. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    ConnectRest(String address) {
        this.address = address;
    }

    /** Creates the connector and returns when it and its tasks run. */
    void deploy(String name, Map<String, String> config) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> answer = put("/connectors/" + name + "/config", config);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        });
        awaitRunning(name);
    }

    void awaitRunning(String name) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            HttpResponse<String> answer = status(name);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode status = JSON.readTree(answer.body());
            assertThat(status.at("/connector/state").asText()).isEqualTo("RUNNING");
            assertThat(status.at("/tasks/0/state").asText()).as(answer.body()).isEqualTo("RUNNING");
        });
    }

    /** Waits until so many tasks run, and no other. */
    void awaitTasks(String name, int tasks) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            HttpResponse<String> answer = status(name);
            assertThat(JSON.readTree(answer.body()).at("/tasks").findValuesAsText("state"))
                    .as(answer.body())
                    .hasSize(tasks)
                    .containsOnly("RUNNING");
        });
    }

    /** The stack traces of the connector and of tasks that failed, or that of the question when there is no worker. */
    String failures(String name) {
        try {
            HttpResponse<String> answer = status(name);
            return answer.statusCode() == 200
                    ? String.join("\n", JSON.readTree(answer.body()).findValuesAsText("trace"))
                    : "";
        } catch (UncheckedIOException | JsonProcessingException e) {
            return "The worker does not answer: " + e;
        }
    }

    JsonNode get(String path) throws JsonProcessingException {
        return JSON.readTree(
                send("GET", path, HttpRequest.BodyPublishers.noBody()).body());
    }

    private HttpResponse<String> status(String name) {
        return send("GET", "/connectors/" + name + "/status", HttpRequest.BodyPublishers.noBody());
    }

    void delete(String name) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(send("DELETE", "/connectors/" + name, HttpRequest.BodyPublishers.noBody())
                                        .statusCode())
                                .isEqualTo(204));
    }

    JsonNode validate(String connectorClass, Map<String, String> config) throws JsonProcessingException {
        return JSON.readTree(put("/connector-plugins/" + connectorClass + "/config/validate", config)
                .body());
    }

    private HttpResponse<String> put(String path, Map<String, String> body) throws JsonProcessingException {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
