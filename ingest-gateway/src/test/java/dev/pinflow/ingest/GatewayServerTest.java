package dev.pinflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.Topics;
import dev.pinflow.ingest.write.PostedRecord;
import dev.pinflow.ingest.write.RecordWriter;
import dev.pinflow.ingest.write.WriteOutcome;
import dev.pinflow.ingest.write.WriteResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayServerTest {
    private static final String JSON = "application/vnd.kafka.json.v2+json";
    private static final String GOOD = "{\"records\":[{\"value\":{\"index\":7}},{\"value\":{\"index\":8}}]}";

    private final RecordsInMemory records = new RecordsInMemory();
    private final GatewayServer gateway = new GatewayServer(
            new GatewayConfig("127.0.0.1", 0, "nowhere:1", Pattern.compile("user-12ab\\..*"), 1_000, Map.of()),
            records);

    @BeforeEach
    void start() {
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop();
    }

    @Test
    void answersWithOffsets() throws Exception {
        HttpResponse<String> answer = post("/topics/user-12ab.pin", JSON, GOOD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.kafka.v2+json");
        assertThat(answer.body()).startsWith("{\"offsets\":[{\"partition\":0,\"offset\":0,");
        assertThat(records.written).containsExactly("user-12ab.pin 7 {\"index\":7}", "user-12ab.pin 8 {\"index\":8}");
    }

    @Test
    void theContentTypeMayHaveParameters() throws Exception {
        assertThat(post("/topics/user-12ab.pin", JSON + "; charset=utf-8", GOOD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void percentEncodedDotsAreDots() throws Exception {
        assertThat(post("/topics/user-12ab%2Epin", JSON, GOOD).statusCode()).isEqualTo(200);
    }

    @Test
    void otherContentTypesAreUnsupported() throws Exception {
        assertAnswer(
                post("/topics/user-12ab.pin", "application/json", GOOD),
                415,
                "{\"error_code\":415,\"message\":\"HTTP 415 Unsupported Media Type\"}");
    }

    @Test
    void otherPathsAreNotFound() throws Exception {
        assertAnswer(
                post("/subjects/user-12ab.pin", JSON, GOOD),
                404,
                "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/topics/user-12ab.pin")).GET().build());

        assertAnswer(answer, 405, "{\"error_code\":405,\"message\":\"HTTP 405 Method Not Allowed\"}");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void otherTopicsAreForbidden() throws Exception {
        HttpResponse<String> answer = post("/topics/user-34cd.pin", JSON, GOOD);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("{\"error_code\":40301,");
        assertThat(records.written).isEmpty();
    }

    @Test
    void bodiesThatAreTooLargeAreRefused() throws Exception {
        String body = "{\"records\":[{\"value\":\"" + "x".repeat(2_000) + "\"}]}";

        HttpResponse<String> answer = post("/topics/user-12ab.pin", JSON, body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).startsWith("{\"error_code\":413,");
    }

    @Test
    void malformedBodiesAreBadRequests() throws Exception {
        HttpResponse<String> answer = post("/topics/user-12ab.pin", JSON, "{\"records\":");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error_code\":400,\"message\":\"Malformed JSON: ");
    }

    @Test
    void aTakenPortIsReportedWithAWayOut() {
        int taken = URI.create(gateway.address()).getPort();
        GatewayServer second =
                new GatewayServer(GatewayConfig.local(new Topics("12ab"), "nowhere:1", taken), new RecordsInMemory());

        assertThatThrownBy(second::start)
                .isInstanceOf(GatewayStartException.class)
                .hasMessageContaining("127.0.0.1:" + taken)
                .hasMessageContaining("choose another one");
    }

    @Test
    void stoppingClosesTheWriter() {
        gateway.stop();

        assertThat(records.closed).isTrue();
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create(gateway.address() + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    /** Keeps what was written as {@code topic key value}. */
    private static final class RecordsInMemory implements RecordWriter {
        private final List<String> written = new ArrayList<>();
        private boolean closed;

        @Override
        public WriteResult write(String topic, List<PostedRecord> posted) {
            posted.forEach(record -> written.add(topic + " " + text(record.key().orElseThrow()) + " "
                    + text(record.value().orElseThrow())));
            return new WriteResult.Tried(IntStream.range(0, posted.size())
                    .<WriteOutcome>mapToObj(offset -> new WriteOutcome.Written(0, offset))
                    .toList());
        }

        @Override
        public void close() {
            closed = true;
        }

        private static String text(byte[] bytes) {
            return new String(bytes, UTF_8);
        }
    }
}
