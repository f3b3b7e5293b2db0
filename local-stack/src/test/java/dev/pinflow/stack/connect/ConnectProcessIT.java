package dev.pinflow.stack.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.kafka.KafkaServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectProcessIT {
    private static final WorkerClassPath KAFKA_37 =
            WorkerClassPath.ofFolder(Path.of("..", "connect-worker-3.7", "target", "lib"));

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static KafkaServer kafka;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        AppendingSink.install(folder.resolve("plugins"));
        Files.createDirectories(folder.resolve("secrets"));
    }

    @AfterAll
    static void stopKafka() {
        kafka.stop();
    }

    @Test
    void aKilledWorkerGoesOnWhereItWasWhenItIsStartedAgain() throws Exception {
        try (ConnectProcess worker = worker(WorkerClassPath.ofThisJvm(), "killed", Map.of())) {
            worker.start();
            String address = worker.address();
            deploySink(worker);
            awaitRunningSink(worker);

            worker.kill();

            assertThat(worker.isAlive()).isFalse();
            assertThatThrownBy(() -> get(worker, "/")).isInstanceOf(IOException.class);

            worker.start();

            assertThat(worker.isAlive()).isTrue();
            assertThat(worker.address()).isEqualTo(address);
            awaitRunningSink(worker);
            assertThat(Files.readString(worker.log())).contains("INFO").doesNotContain("ERROR");
        }
    }

    @Test
    void runsAWorkerOfAnotherKafkaVersion() throws Exception {
        try (ConnectProcess worker = worker(KAFKA_37, "old", Map.of())) {
            worker.start();

            assertThat(get(worker, "/")).contains("\"version\":\"3.7.");
            deploySink(worker);
            awaitRunningSink(worker);
            assertThat(Files.readString(worker.log())).contains("INFO").doesNotContain("ERROR");
        }
    }

    @Test
    void aStoppedWorkerIsGone() throws Exception {
        ConnectProcess worker = worker(WorkerClassPath.ofThisJvm(), "stopped", Map.of());
        worker.start();

        worker.stop();
        worker.stop();

        assertThat(worker.isAlive()).isFalse();
        assertThat(Files.readString(worker.log())).contains("Kafka Connect stopped");
    }

    @Test
    void aWorkerThatCannotStartIsReportedWithTheEndOfItsLog() {
        ConnectProcess worker = worker(KAFKA_37, "broken", Map.of("key.converter", "no.such.Converter"));

        assertThatThrownBy(worker::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("no.such.Converter");
        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void itsClassPathHasNeitherFoldersNorConnectors() {
        assertThat(WorkerClassPath.ofThisJvm().jars())
                .allSatisfy(jar -> assertThat(jar).isRegularFile())
                .anySatisfy(jar -> assertThat(jar.toString()).contains("connect-runtime"))
                .noneSatisfy(jar -> assertThat(jar.toString()).contains("connect-mirror"));
        assertThat(WorkerClassPath.ofThisJvm().without("mysql-connector-j").jars())
                .hasSize(WorkerClassPath.ofThisJvm().jars().size() - 1);
    }

    private static ConnectProcess worker(WorkerClassPath classPath, String group, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("group.id", group);
        all.put("config.storage.topic", group + "-configs");
        all.put("offset.storage.topic", group + "-offsets");
        all.put("status.storage.topic", group + "-status");
        return new ConnectProcess(
                classPath,
                kafka.address(),
                folder.resolve("plugins"),
                folder.resolve("secrets"),
                0,
                folder.resolve(group),
                all);
    }

    private static void deploySink(ConnectProcess worker) throws Exception {
        String sink = """
                {"connector.class": "dev.pinflow.stack.connect.AppendingSink", "tasks.max": "1",
                 "topics.regex": "none", "file": "none"}""";
        HttpRequest request = HttpRequest.newBuilder(URI.create(worker.address() + "/connectors/sink/config"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(sink))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private static void awaitRunningSink(ConnectProcess worker) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        get(worker, "/connectors/sink/status").contains("\"tasks\":[{\"id\":0,\"state\":\"RUNNING\""));
    }

    private static String get(ConnectProcess worker, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(worker.address() + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }
}
