package dev.pinflow.stack.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.kafka.KafkaServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectServerIT {
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static KafkaServer kafka;
    private static Path plugins;
    private static Path secrets;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        plugins = Files.createDirectories(folder.resolve("plugins"));
        secrets = Files.createDirectories(folder.resolve("secrets"));
        AppendingSink.install(plugins);
    }

    @AfterAll
    static void stopKafka() {
        kafka.stop();
    }

    @Test
    void runsAPluginOnTopicsThatComeLaterAndFindsItAgainAfterAStopAndAStart() throws Exception {
        Path values = folder.resolve("values.txt");
        Files.writeString(secrets.resolve("places.yaml"), "FILE: " + values + "\n");
        String sink = """
                {"connector.class": "dev.pinflow.stack.connect.AppendingSink", "tasks.max": "1",
                 "topics.regex": "late\\\\..*", "file": "${file:%s/places.yaml:FILE}"}""".formatted(secrets);

        try (ConnectServer server = worker(0)) {
            server.start();
            assertThat(put(server, "/connectors/sink/config", sink).statusCode())
                    .isEqualTo(201);
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> get(server, "/connectors/sink/status")
                            .body()
                            .contains("\"tasks\":[{\"id\":0,\"state\":\"RUNNING\""));
            produce("late.pin", "first");
            await().atMost(20, TimeUnit.SECONDS).until(() -> lines(values).equals(List.of("first")));
        }

        try (ConnectServer server = worker(0)) {
            server.start();
            produce("late.pin", "second");
            await().atMost(20, TimeUnit.SECONDS).until(() -> lines(values).equals(List.of("first", "second")));
            assertThat(get(server, "/connectors/sink/config").body())
                    .as("the secret stays a reference")
                    .contains("${file:");
        }
    }

    @Test
    void secretsCanBeReadFromTheirFolderOnly() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.yaml"), "FILE: /tmp/elsewhere\n");
        String sink = """
                {"connector.class": "dev.pinflow.stack.connect.AppendingSink", "topics": "none", "file": "${file:%s:FILE}"}""".formatted(outside);

        try (ConnectServer server = worker(0)) {
            server.start();
            HttpResponse<String> answer = put(server, "/connector-plugins/AppendingSink/config/validate", sink);

            assertThat(answer.body()).contains("${file:").doesNotContain("elsewhere");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            ConnectServer server = worker(other.getLocalPort());

            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageStartingWith("Port %d, asked for Kafka Connect, is taken", other.getLocalPort());
        }
    }

    @Test
    void aWorkerThatCannotStartIsReportedAndTheJvmGoesOn() {
        ConnectServer server =
                new ConnectServer(kafka.address(), plugins, secrets, 0, Map.of("key.converter", "no.such.Converter"));

        assertThatThrownBy(server::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("no.such.Converter");
    }

    private static ConnectServer worker(int port) {
        return new ConnectServer(kafka.address(), plugins, secrets, port);
    }

    private static void produce(String topic, String value) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.address());
        try (Admin admin = Admin.create(properties);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static HttpResponse<String> get(ConnectServer server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(ConnectServer server, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
