package dev.pinflow.streams.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.stack.RawRows;
import dev.pinflow.streams.stack.RegistryLink;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service, from raw records to what its endpoints tell. */
@ExtendWith(SharedStack.class)
class ServiceEndpointsIT {
    private final StreamsStack stack;
    private final Topics topics;
    private final HttpClient http = HttpClient.newHttpClient();

    ServiceEndpointsIT(StreamsStack stack) {
        this.stack = stack;
        this.topics = stack.newTopics();
        stack.createTopics(topics, 2);
        stack.registerSchemas(topics);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void answersFollowThePosts(String protocol) throws Exception {
        postWhole(7528);
        stack.post(topics.raw(Entity.USER), RawRows.user(7529, 999).getBytes(UTF_8));
        stack.post(topics.raw(Entity.PIN), "rubbish".getBytes(UTF_8));

        try (StreamsService service = StreamsService.start(stack.configuration(topics, "group.protocol", protocol))) {
            assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
            await().atMost(StreamsStack.PATIENCE)
                    .untilAsserted(() -> assertThat(json(service, "/answers/category-by-country")
                                    .path("rows")
                                    .toString())
                            .isEqualTo("[{\"country\":\"Albania\",\"category\":\"art\",\"category_count\":1}]"));
            await().atMost(StreamsStack.PATIENCE)
                    .untilAsserted(() -> assertThat(json(service, "/answers/category-by-year")
                                    .path("asOf")
                                    .isTextual())
                            .isTrue());

            assertThat(get(service, "/readyz").statusCode()).isEqualTo(200);
            assertThat(json(service, "/startupz").path("parts").path("answers").asText())
                    .isEqualTo("ok");
            assertThat(json(service, "/defects").path("defects").toString())
                    .isEqualTo("[{\"topic\":\"%s\",\"column\":\"age\",\"rule\":\"out-of-range\",\"count\":1}]"
                            .formatted(topics.raw(Entity.USER)));
            assertThat(json(service, "/status").path("parts").findValuesAsText("lag"))
                    .isNotEmpty();
            assertThat(get(service, "/topology").body())
                    .startsWith("flowchart LR")
                    .contains(topics.raw(Entity.PIN), "join-posts");
            assertMetrics(get(service, "/metrics").body());
        }
    }

    private void assertMetrics(String metrics) {
        assertThat(metrics)
                .contains("pinflow_records_received_total{topic=\"%s\"} 2".formatted(topics.raw(Entity.USER)))
                .contains("pinflow_records_rejected_total{reason=\"not-json\",topic=\"%s\"} 1"
                        .formatted(topics.raw(Entity.PIN)))
                .contains("pinflow_records_unbalanced{topic=\"%s\"} 0".formatted(topics.raw(Entity.PIN)))
                .contains("pinflow_service_state{state=\"RUNNING\"} 1")
                .containsPattern("kafka_stream_[a-z_]*\\{app=\"cleaning\"")
                .containsPattern("kafka_stream_[a-z_]*\\{app=\"answers\"")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void recoversFromARegistryThatGoesAwayUnderLoadAndLosesNothing() throws Exception {
        try (RegistryLink link = new RegistryLink(stack.registry());
                StreamsService service =
                        StreamsService.start(stack.configuration(topics, "registry.url", link.address()))) {
            assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
            link.cut();
            for (int ind = 0; ind < 50; ind++) {
                postWhole(ind);
            }
            await().atMost(StreamsStack.PATIENCE).until(() -> service.failure().isPresent());
            assertThat(get(service, "/livez").statusCode()).isEqualTo(200);
            link.mend();

            assertThat(stack.read(
                            Stream.concat(topics.curated().stream(), Stream.of(topics.rejected()))
                                    .toList(),
                            150))
                    .hasSize(150)
                    .noneMatch(record -> record.topic().equals(topics.rejected()));
            assertThat(service.state()).isNotEqualTo(ServiceState.FAILED);
        }
    }

    private void postWhole(int ind) {
        Stream.of(Entity.values()).forEach(entity -> stack.post(topics.raw(entity), RawRows.of(entity, ind)));
    }

    private JsonNode json(StreamsService service, String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(service, path).body());
    }

    private HttpResponse<String> get(StreamsService service, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(service.management().orElseThrow().resolve(path))
                        .build(),
                BodyHandlers.ofString());
    }
}
