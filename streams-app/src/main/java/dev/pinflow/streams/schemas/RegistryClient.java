package dev.pinflow.streams.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The three calls of Confluent's schema registry API that registration needs. */
final class RegistryClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String root;

    RegistryClient(URI root) {
        this.root = root.toString().replaceAll("/+$", "");
    }

    String address() {
        return root;
    }

    /** Registers the schema, or finds it registered, and yields its id. */
    int register(String subject, Schema schema) {
        HttpResponse<String> answer = send("POST", "/subjects/" + subject + "/versions", schemaBody(schema));
        if (answer.statusCode() == CONFLICT || answer.statusCode() == UNPROCESSABLE) {
            throw new RegistryException("The schema registry at " + root + " refuses the schema of " + subject
                    + " as incompatible with what is registered there: " + reason(answer)
                    + ". Read the topic with the version that wrote it, or use topics of another user id.");
        }
        return id(subject, answer);
    }

    /** The schema's id, or nothing when the subject is unknown or has no such version. */
    Optional<Integer> find(String subject, Schema schema) {
        HttpResponse<String> answer = send("POST", "/subjects/" + subject, schemaBody(schema));
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(id(subject, answer));
    }

    /** Has the registry refuse versions of the subject that cannot read what any earlier version wrote. */
    void requireBackwardTransitive(String subject) {
        HttpResponse<String> answer =
                send("PUT", "/config/" + subject, json(Map.of("compatibility", "BACKWARD_TRANSITIVE")));
        if (answer.statusCode() != OK) {
            throw refused(subject, answer);
        }
    }

    private int id(String subject, HttpResponse<String> answer) {
        Optional<JsonNode> id = answer.statusCode() == OK
                ? parsed(answer).map(body -> body.path("id")).filter(JsonNode::isInt)
                : Optional.empty();
        return id.map(JsonNode::intValue).orElseThrow(() -> refused(subject, answer));
    }

    private RegistryException refused(String subject, HttpResponse<String> answer) {
        return new RegistryException("The schema registry at " + root + " answered " + answer.statusCode() + " for "
                + subject + ": " + reason(answer) + ". Is registry.url the address of a schema registry?");
    }

    private String reason(HttpResponse<String> answer) {
        return parsed(answer)
                .map(body -> body.path("message").asText())
                .filter(message -> !message.isEmpty())
                .orElse("no reason given");
    }

    private Optional<JsonNode> parsed(HttpResponse<String> answer) {
        try {
            return Optional.ofNullable(mapper.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryException(
                    "The schema registry at " + root + " does not answer: start it or correct registry.url.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("Interrupted while waiting for the schema registry at " + root + ".", e);
        }
    }

    private String schemaBody(Schema schema) {
        return json(Map.of("schema", schema.toString()));
    }

    private String json(Map<String, String> body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always JSON.", e);
        }
    }
}
