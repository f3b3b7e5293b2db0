package dev.pinflow.cli.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The answers that one instance of the streams service serves. Thread-safe. */
public final class LiveAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    /** @param url the service's management address, such as {@code http://127.0.0.1:8082} */
    public LiveAnswers(String url) {
        this.url = url.replaceAll("/+$", "");
    }

    /**
     * The whole answer: {@code report}, {@code asOf} and {@code rows}.
     *
     * @throws Failure when the service does not answer, or says why it cannot
     */
    public JsonNode read(Report report) {
        String address = url + "/answers/" + report.id();
        HttpResponse<String> answer = get(address);
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new Failure(body.path("error").asText(address + " answered " + answer.statusCode() + "."));
            }
            return body;
        } catch (IOException e) {
            throw new Failure(address + " does not answer as the streams service does: look at --url.", e);
        }
    }

    private HttpResponse<String> get(String address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException e) {
            throw new Failure("--url '" + url + "' is no address: write http://host:port.", e);
        } catch (IOException e) {
            throw new Failure("The streams service does not answer at " + address + ": is it running there?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for the streams service.", e);
        }
    }
}
