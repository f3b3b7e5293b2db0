package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.connect.rds.sampling.KeyRange;
import dev.pinflow.connect.rds.sampling.PostingOrder;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.sampling.SamplingMode;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector in a real worker, between a real database and a real broker. */
class RdsPostingSourceIT {
    private static final String PLUGIN = "RdsPostingSourceConnector";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static MariaDbServer database;
    private static KafkaServer kafka;
    private static ConnectServer worker;
    private static ConnectRest connect;

    @BeforeAll
    static void startServers() throws Exception {
        database = new MariaDbServer(folder.resolve("mariadb"), 0);
        database.start();
        SmallTables.create(database);
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        PluginFolder.install(folder.resolve("plugins"));
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        worker = new ConnectServer(
                kafka.address(), folder.resolve("plugins"), secrets, 0, Map.of("offset.flush.interval.ms", "200"));
        worker.start();
        connect = new ConnectRest(worker.address());
    }

    @AfterAll
    static void stopServers() {
        Stream.of(worker, kafka, database).filter(server -> server != null).forEach(server -> server.close());
    }

    private static Map<String, String> config(String prefix, Map<String, String> more) throws Exception {
        Map<String, String> config = new HashMap<>(SourceStack.options(database, prefix));
        config.put("tasks.max", "1");
        config.putAll(more);
        return config;
    }

    private static void createTopics(String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(Stream.of("pin", "geo", "user")
                            .map(name -> new NewTopic(prefix + "." + name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        return TopicReading.all(kafka.address(), topic);
    }

    private static List<String> keys(String topic) {
        return records(topic).stream().map(ConsumerRecord::key).toList();
    }

    /** What a task failed with, if one did, is part of the message. */
    private static void awaitPosted(String connector, long postings) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class) // 404 until the herder has seen its own writing
                .untilAsserted(() -> {
                    assertThat(connect.failures(connector)).isEmpty();
                    assertThat(connect.posted(connector))
                            .as(connect.offsets(connector).replace("%", "%%"))
                            .isEqualTo(postings);
                });
    }

    @Test
    void postsEveryRowInOrderAndThenIdles() throws Exception {
        createTopics("user-sweep");
        connect.deploy("user-sweep", config("user-sweep", Map.of()));

        int expected = SmallTables.POSTED.size();
        awaitPosted("user-sweep", expected);

        List<String> inOrder = SmallTables.POSTED.stream().map(String::valueOf).toList();
        assertThat(keys("user-sweep.pin")).isEqualTo(inOrder);
        assertThat(keys("user-sweep.geo")).isEqualTo(inOrder);
        assertThat(keys("user-sweep.user")).isEqualTo(inOrder);
        assertThat(records("user-sweep.pin").get(3).value())
                .isEqualTo(
                        "{\"index\":3,\"title\":\"caf\u00e9\u00a0\ud83d\ude00 \\\"new\\nline\\\"\",\"downloaded\":null}");
        assertThat(records("user-sweep.geo").get(0).value())
                .isEqualTo("{\"ind\":0,\"timestamp\":\"2020-08-28T03:52:47\",\"latitude\":-42.0773,"
                        + "\"longitude\":-163.698,\"country\":\"Albania\"}");
        assertThat(records("user-sweep.user").get(26).value())
                .isEqualTo(
                        "{\"ind\":29,\"first_name\":\"Abigail\",\"age\":49,\"date_joined\":\"2015-11-24T02:15:36\"}");
        assertThat(connect.taskStates("user-sweep")).isEqualTo("RUNNING");
    }

    @Test
    void goesOnWhereItStoppedWhenRestarted() throws Exception {
        createTopics("user-restart");
        Map<String, String> config = config(
                "user-restart",
                Map.of("mode", "sample", "seed", "7", "postings.per.second", "60", "postings.max", "200"));
        connect.deploy("user-restart", config);
        await().atMost(PATIENCE).until(() -> connect.posted("user-restart") > 40);

        connect.restart("user-restart");
        await().atMost(PATIENCE).until(() -> connect.posted("user-restart") > 80);
        config.put("tasks.max", "3");
        connect.deploy("user-restart", config);

        await().atMost(PATIENCE)
                .until(() -> connect.get("/connectors/user-restart/offsets").findValuesAsText("next").stream()
                        .allMatch(next -> Long.parseLong(next) >= 180));
        // Which postings have rows is known from the keys that the same seed draws.
        PostingOrder order = new SamplingConfig(SamplingMode.SAMPLE, 7).order(new KeyRange(0, 29));
        List<Long> expected = LongStream.range(0, 200)
                .filter(posting -> SmallTables.POSTED.contains((int) order.positionOf(posting)))
                .boxed()
                .toList();
        for (String name : List.of("pin", "geo", "user")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records("user-restart." + name).stream()
                                    .map(record -> (long) Ledger.posting(record))
                                    .sorted())
                            .containsExactlyElementsOf(expected));
        }
        awaitPosted("user-restart", expected.size());
        assertThat(connect.taskStates("user-restart")).isEqualTo("RUNNING,RUNNING,RUNNING");
    }

    @Test
    void beginsLikeTheClassicEmulatorAndEndsRunning() throws Exception {
        createTopics("user-classic");
        connect.deploy(
                "user-classic",
                config(
                        "user-classic",
                        Map.of(
                                "mode", "classic",
                                "postings.max", "13",
                                "tables", "pin:classic_posts:index",
                                "value.format", "struct",
                                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                                "value.converter.schemas.enable", "false")));

        awaitPosted("user-classic", 13);

        assertThat(keys("user-classic.pin"))
                .containsExactly(
                        "7528", "2863", "5730", "8304", "8731", "1313", "4315", "10794", "5494", "5069", "2923", "3089",
                        "6063");
        assertThat(records("user-classic.pin").get(0).value()).isEqualTo("{\"index\":7528,\"title\":\"post 7528\"}");
        assertThat(connect.taskStates("user-classic")).isEqualTo("RUNNING");
    }

    @Test
    void theWorkerListsThePluginWithItsVersion() throws Exception {
        JsonNode plugins = connect.get("/connector-plugins");

        assertThat(plugins).anySatisfy(plugin -> {
            assertThat(plugin.path("class").asText()).isEqualTo("dev.pinflow.connect.rds." + PLUGIN);
            assertThat(plugin.path("version").asText()).isEqualTo(new RdsPostingSourceConnector().version());
        });
    }

    private static List<String> problems(Map<String, String> config, String key) throws Exception {
        List<String> problems = new ArrayList<>();
        for (JsonNode option : connect.validate(PLUGIN, config).path("configs")) {
            if (option.at("/value/name").asText().equals(key)) {
                option.at("/value/errors").forEach(error -> problems.add(error.asText()));
            }
        }
        return problems;
    }

    @Test
    void validationFindsNothingWrongWithAWorkingConfiguration() throws Exception {
        JsonNode answer = connect.validate(PLUGIN, config("user-1", Map.of()));

        assertThat(answer.findValues("errors"))
                .allSatisfy(errors -> assertThat(errors).isEmpty());
        assertThat(answer.path("error_count").asInt()).isZero();
    }

    @Test
    void validationAsksTheDatabase() throws Exception {
        assertThat(problems(config("user-1", Map.of("connection.password", "wrong")), "connection.user"))
                .singleElement()
                .asString()
                .contains("refuses the user", "connection.password");
        assertThat(problems(config("user-1", Map.of("connection.url", "jdbc:mysql://127.0.0.1:1/x")), "connection.url"))
                .singleElement()
                .asString()
                .contains("Check that the server runs");
    }

    @Test
    void validationNamesAllUnsuitableTables() throws Exception {
        String tables = "pin:pinterest:index,geo:geolocation_data:id,user:user_data:first_name";

        assertThat(problems(config("user-1", Map.of("tables", tables)), "tables"))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("no table pinterest"))
                .anySatisfy(problem -> assertThat(problem).contains("no column id", "country"))
                .anySatisfy(problem -> assertThat(problem).contains("key column is of type TEXT"));
    }
}
