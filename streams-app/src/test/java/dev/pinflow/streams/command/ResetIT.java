package dev.pinflow.streams.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.service.ServiceState;
import dev.pinflow.streams.service.StreamsService;
import dev.pinflow.streams.stack.RawRows;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
class ResetIT {
    private static final int POSTS = 20;

    @TempDir
    private Path folder;

    private final StreamsStack stack;
    private final Topics topics;
    private final Properties settings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    ResetIT(StreamsStack stack) {
        this.stack = stack;
        this.topics = stack.newTopics();
        this.settings = stack.settings(topics);
        settings.setProperty("management.port", "0");
    }

    @BeforeEach
    void postWhatIsCounted() {
        stack.createTopics(topics, 2);
        stack.registerSchemas(topics);
        for (int ind = 0; ind < POSTS; ind++) {
            for (Entity entity : Entity.values()) {
                stack.post(topics.raw(entity), RawRows.of(entity, ind));
            }
        }
    }

    @Test
    void isRefusedWhileAnInstanceRuns() throws Exception {
        try (StreamsService service = running()) {
            assertThat(reset("--app", "all", "--yes")).isEqualTo(1);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("The group " + cleaning() + " has ")
                    .endsWith("stop every instance, wait until their session times out, then reset.");
            assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
            assertThat(committed(cleaning())).isNotEmpty();
        }
    }

    @Test
    void aDryRunTellsWhatWouldGoAndChangesNothing() throws Exception {
        try (StreamsService service = running()) {
            awaitAnswers(service);
        }
        Map<TopicPartition, OffsetAndMetadata> cleaned = committed(cleaning());
        Map<TopicPartition, OffsetAndMetadata> answered = committed(answers());
        TreeSet<String> existing =
                new TreeSet<>(stack.admin().listTopics().names().get());

        assertThat(reset("--app", "all", "--dry-run")).as(err.toString()).isZero();

        assertThat(out.toString().lines())
                .contains(
                        "group " + cleaning(),
                        "group " + answers(),
                        "topic " + answers() + "-posts-changelog",
                        "topic " + answers() + "-changes-by-group-repartition",
                        "folder " + Path.of(settings.getProperty("state.dir")).resolve(answers()),
                        "groups in topic " + topics.answers(Report.USERS_JOINED_BY_YEAR) + ": 1");
        assertThat(committed(cleaning())).isEqualTo(cleaned).isNotEmpty();
        assertThat(committed(answers())).isEqualTo(answered).isNotEmpty();
        assertThat(stack.admin().listTopics().names().get()).containsAll(existing);
    }

    @Test
    void answersAreCountedAnewAndWhatIsNoLongerTrueIsWithdrawn() throws Exception {
        Map<String, JsonNode> before;
        try (StreamsService service = running()) {
            before = awaitAnswers(service);
        }
        publish(
                Report.CATEGORY_BY_COUNTRY,
                "Atlantis",
                "[{\"country\":\"Atlantis\",\"category\":\"sea\",\"category_count\":9}]");

        assertThat(reset("--app", "answers", "--yes")).as(err.toString()).isZero();

        assertThat(committed(answers())).isEmpty();
        assertThat(committed(cleaning())).isNotEmpty();
        assertThat(stack.admin().listTopics().names().get()).noneMatch(name -> name.startsWith(answers() + "-"));
        try (StreamsService service = running()) {
            assertThat(awaitAnswers(service)).isEqualTo(before);
        }
        assertThat(before.get(Report.CATEGORY_BY_COUNTRY.id()))
                .hasToString("[{\"country\":\"Albania\",\"category\":\"art\",\"category_count\":" + POSTS + "}]");
    }

    private String cleaning() {
        return "pinflow-cleaning-" + topics.userId();
    }

    private String answers() {
        return "pinflow-answers-" + topics.userId();
    }

    private StreamsService running() throws InterruptedException {
        StreamsService service = StreamsService.start(StreamsConfiguration.of(settings));
        assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
        return service;
    }

    private int reset(String... options) throws IOException {
        Path file = folder.resolve("service.properties");
        try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
            settings.store(writer, "");
        }
        String[] arguments = new String[options.length + 3];
        arguments[0] = "reset";
        arguments[1] = "--config";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return StreamsApp.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws Exception {
        return stack.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private void publish(Report report, String group, String rows) throws Exception {
        stack.producer()
                .send(new ProducerRecord<>(topics.answers(report), group.getBytes(UTF_8), rows.getBytes(UTF_8)))
                .get();
    }

    /** The rows of each live answer, once all posts are cleaned and counted. */
    private Map<String, JsonNode> awaitAnswers(StreamsService service) {
        assertThat(stack.read(topics.curated(), 3 * POSTS)).hasSize(3 * POSTS);
        Instant cleaned = Instant.now();
        Map<String, JsonNode> rows = new TreeMap<>();
        for (Report report : List.copyOf(Report.LIVE)) {
            await().atMost(StreamsStack.PATIENCE).until(() -> isComplete(ask(service, report), cleaned));
            rows.put(report.id(), ask(service, report).path("rows"));
        }
        return rows;
    }

    private static boolean isComplete(JsonNode answer, Instant since) {
        return answer.path("asOf").isTextual()
                && Instant.parse(answer.path("asOf").textValue()).isAfter(since);
    }

    private static JsonNode ask(StreamsService service, Report report) {
        HttpRequest request = HttpRequest.newBuilder(
                        service.management().orElseThrow().resolve("/answers/" + report.id()))
                .build();
        try {
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
