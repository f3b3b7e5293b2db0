package dev.pinflow.cli.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Connect worker's REST API. Thread-safe. */
public final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration CONFLICT_PAUSE = Duration.ofMillis(500);
    private static final int CONFLICT_TRIES = 40;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    /** @param url such as {@code http://127.0.0.1:8083} */
    public ConnectRest(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The names of the worker's connectors. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        get("/connectors").orElse(NullNode.getInstance()).forEach(name -> names.add(name.asText()));
        return names;
    }

    /** What the worker's plugin finds wrong with a configuration: {@code key: sentence}, in the plugin's order. */
    public List<String> validate(Map<String, String> config) {
        String plugin = config.getOrDefault("connector.class", "");
        JsonNode answer = send("PUT", "/connector-plugins/" + plugin + "/config/validate", json(config));
        List<String> problems = new ArrayList<>();
        for (JsonNode option : answer.path("configs")) {
            JsonNode value = option.path("value");
            for (JsonNode error : value.path("errors")) {
                problems.add(value.path("name").asText() + ": " + error.asText());
            }
        }
        return problems;
    }

    /** Creates the connector or replaces its configuration. */
    public void put(ConnectorFile connector) {
        send("PUT", "/connectors/" + connector.name() + "/config", json(connector.config()));
    }

    public void delete(String connector) {
        send("DELETE", "/connectors/" + connector, BodyPublishers.noBody());
    }

    /** The connector's status as the worker tells it; empty when it is not known (yet). */
    public Optional<ConnectorStatus> status(String connector) {
        return get("/connectors/" + connector + "/status").map(ConnectorStatus::of);
    }

    /** The connector's committed offsets: an array of {@code {partition, offset}}; empty when it is not known. */
    public Optional<JsonNode> offsets(String connector) {
        return get("/connectors/" + connector + "/offsets").map(answer -> answer.path("offsets"));
    }

    private Optional<JsonNode> get(String path) {
        HttpResponse<byte[]> answer = exchange("GET", path, BodyPublishers.noBody());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(path, answer));
    }

    private JsonNode send(String method, String path, BodyPublisher body) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> answer = exchange(method, path, body);
            // 409 while the worker rebalances: the request is right, only early.
            if (answer.statusCode() != 409 || attempt == CONFLICT_TRIES) {
                return body(path, answer);
            }
            pause();
        }
    }

    private JsonNode body(String path, HttpResponse<byte[]> answer) {
        try {
            JsonNode body = answer.body().length == 0 ? NullNode.getInstance() : JSON.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Failure("The Connect worker answered " + answer.statusCode() + " to " + path + ": "
                        + body.path("message").asText("no message"));
            }
            return body;
        } catch (IOException e) {
            throw new Failure(url + path + " does not answer as a Connect worker does: look at --connect-url.", e);
        }
    }

    private HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(REQUEST_TIMEOUT)
                    .header("Content-Type", "application/json")
                    .method(method, body)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Failure("The Connect worker at " + url + " does not answer: is it running there?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for the Connect worker.", e);
        }
    }

    private static BodyPublisher json(Map<String, String> config) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(config));
        } catch (IOException e) {
            throw new IllegalStateException("A map of texts is always JSON.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(CONFLICT_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while the Connect worker rebalanced.", e);
        }
    }
}
