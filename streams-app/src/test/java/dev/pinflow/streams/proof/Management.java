package dev.pinflow.streams.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a service says of itself over HTTP. */
record Management(int port) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** One live answer as served. */
    record Page(Optional<Instant> asOf, List<JsonNode> rows) {}

    /** Whether the server listens, whatever it says. */
    boolean answers() throws IOException, InterruptedException {
        try {
            return get("/livez", LIMIT).statusCode() > 0;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    boolean isAlive() throws IOException, InterruptedException {
        return get("/livez", LIMIT).statusCode() == 200;
    }

    boolean isReady() throws IOException, InterruptedException {
        return get("/readyz", LIMIT).statusCode() == 200;
    }

    Page answer(Report report) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path(report), LIMIT);
        if (response.statusCode() != 200) {
            throw new IOException(path(report) + " answered " + response.statusCode() + ": " + response.body());
        }
        return page(response.body());
    }

    static String path(Report report) {
        return "/answers/" + report.id();
    }

    static Page page(String body) {
        JsonNode json = json(body);
        List<JsonNode> rows = new ArrayList<>();
        json.get("rows").forEach(rows::add);
        return new Page(Optional.ofNullable(json.get("asOf").textValue()).map(Instant::parse), rows);
    }

    JsonNode getJson(String path) throws IOException, InterruptedException {
        return json(get(path, LIMIT).body());
    }

    HttpResponse<String> get(String path, Duration limit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(limit)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + body, e);
        }
    }
}
