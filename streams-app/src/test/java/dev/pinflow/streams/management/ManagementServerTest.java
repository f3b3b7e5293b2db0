package dev.pinflow.streams.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.answers.AnswerPage;
import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.answers.AnswersUnavailableException;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.config.ServiceStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementServerTest {
    private static final Topics TOPICS = new Topics("12ab");

    private final GivenService service = new GivenService();
    private final CleaningCounts counts = new CleaningCounts();
    private final ServiceMetrics metrics = new ServiceMetrics(TOPICS, counts, new AnswersCounts());
    private final ManagementServer server = new Management(
                    TOPICS, service, Map.of(), counts, Optional.of(ManagementServerTest::page), metrics)
            .listen("127.0.0.1", 0);

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aProbeThatPassesIs200AndOneThatDoesNotIs503() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/livez").body()).isEqualTo("{\"status\":\"UP\",\"parts\":{\"cleaning\":\"ok\"}}");
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"DOWN\",\"parts\":{\"cleaning\":\"rebalances\"}}");
    }

    @Test
    void anAnswerIsTheReportsJson() throws Exception {
        HttpResponse<String> answer = get("/answers/category-by-country");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .isEqualTo("{\"report\":\"category-by-country\",\"asOf\":\"2026-11-23T05:00:00Z\","
                        + "\"rows\":[{\"country\":\"Côte d'Ivoire 🎄\",\"category\":\"art\",\"category_count\":3}]}");
    }

    @Test
    void anAnswerThatCannotBeReadNowIs503() throws Exception {
        HttpResponse<String> answer = get("/answers/category-by-year");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).isEqualTo("{\"error\":\"Not read yet: ask again later.\"}");
    }

    @Test
    void anUnknownAnswerNamesTheLiveOnes() throws Exception {
        HttpResponse<String> answer = get("/answers/top-user-by-country");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("category-by-country", "users-joined-by-year");
    }

    @Test
    void theListOfAnswersHasLinks() throws Exception {
        assertThat(get("/answers").body()).contains("\"href\":\"/answers/category-by-age-group\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/livez/more",
                "/answers/..",
                "/answers/%2e%2e%2fmetrics",
                "/answers/%00",
                "/answers/category-by-country/",
                "/%0d%0aX-Injected:%201",
                "/topology?format=%zz",
                "/topology?format=svg",
                "//livez",
                "/answers/<script>"
            })
    void hostilePathsGetAShortJsonAnswer(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("{\"error\":");
        assertThat(answer).doesNotContain("Exception", "at dev.", "at org.", "X-Injected:", "<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish\r\n\r\n", "GET /livez HTTP/9.9\r\n\r\n", "GET livez HTTP/1.1\r\nHost: x\r\n\r\n"})
    void whatIsNoRequestGetsNoInternals(String request) throws Exception {
        assertThat(raw(request)).matches("(?s)HTTP/1.1 [45]\\d\\d .*").doesNotContain("Exception", "jetty", "Jetty");
    }

    @Test
    void aFailureInsideIsNotShown() throws Exception {
        HttpResponse<String> answer = get("/startupz");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("password").contains("the log of the service tells why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void onlyGetAndHeadAreAllowed(String method) throws Exception {
        String answer = raw(method + " /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").containsIgnoringCase("Allow: GET, HEAD");
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/livez"))
                                .method("HEAD", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aTakenPortIsReportedWithAWayOut() {
        int taken = server.address().getPort();

        assertThatThrownBy(() -> ManagementServer.start("127.0.0.1", taken, Map.of()))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContainingAll("127.0.0.1:" + taken, "management.port");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static AnswerPage page(Report report) {
        if (report == Report.CATEGORY_BY_YEAR) {
            throw new AnswersUnavailableException("Not read yet: ask again later.");
        }
        return new AnswerPage(
                report,
                Optional.of(Instant.parse("2026-11-23T05:00:00Z")),
                List.of("{\"country\":\"Côte d'Ivoire 🎄\",\"category\":\"art\",\"category_count\":3}"));
    }

    /** Alive, not ready, and broken when asked whether it started. */
    private static final class GivenService implements ServiceView {
        @Override
        public Verdict alive() {
            return new Verdict(true, Map.of("cleaning", "ok"));
        }

        @Override
        public Verdict ready() {
            return new Verdict(false, Map.of("cleaning", "rebalances"));
        }

        @Override
        public Verdict started() {
            throw new IllegalStateException("password=secret");
        }

        @Override
        public ServiceStatus status() {
            return new ServiceStatus("RUNNING", List.of());
        }
    }
}
