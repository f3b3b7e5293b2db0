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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The calls of Confluent's schema registry API that registration needs. */
final class RegistryClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String root;
    private final Optional<String> authorization;

    RegistryClient(URI root, Optional<String> authorization) {
        this.root = root.toString().replaceAll("/+$", "");
        this.authorization = authorization;
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

    /** All versions of the subject, oldest first; none when the subject is unknown. */
    List<Schema> versions(String subject) {
        HttpResponse<String> answer = send("GET", "/subjects/" + subject + "/versions", "");
        if (answer.statusCode() == NOT_FOUND) {
            return List.of();
        }
        JsonNode numbers = parsed(answer)
                .filter(body -> answer.statusCode() == OK && body.isArray())
                .orElseThrow(() -> refused(subject, answer));
        List<Schema> versions = new ArrayList<>();
        numbers.forEach(number -> versions.add(version(subject, number.asInt())));
        return versions;
    }

    private Schema version(String subject, int number) {
        HttpResponse<String> answer = send("GET", "/subjects/" + subject + "/versions/" + number, "");
        String text = parsed(answer)
                .filter(body -> answer.statusCode() == OK)
                .map(body -> body.path("schema").asText())
                .orElseThrow(() -> refused(subject, answer));
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw new RegistryException(
                    "Version " + number + " of " + subject + " in the schema registry at " + root
                            + " is no Avro schema: choose another user id or clear the subject.",
                    e);
        }
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
        if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
            return new RegistryException("The schema registry at " + root + " refuses our login with "
                    + answer.statusCode() + ": correct registry.user and registry.password, or registry.token.");
        }
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        authorization.ifPresent(header -> request.header("Authorization", header));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
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
