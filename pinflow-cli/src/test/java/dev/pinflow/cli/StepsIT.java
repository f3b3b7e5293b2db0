package dev.pinflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.cli.answers.LiveAnswers;
import dev.pinflow.cli.answers.LiveComparison;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.cli.up.LocalStack;
import dev.pinflow.cli.up.OutputFolder;
import dev.pinflow.cli.up.PortOptions;
import dev.pinflow.cli.up.Stack;
import dev.pinflow.contract.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The single steps, one after the other, as a person takes them beside a stack that {@code up} has started. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StepsIT {
    private static final String USER = "a1b2c3d4e5f6";
    private static final int POSTS = 40;

    @TempDir
    private static Path folder;

    private static Stack stack;
    private static LocalStack local;

    @BeforeAll
    static void up() throws InterruptedException {
        OutputFolder output = OutputFolder.lock(folder);
        stack = new Stack(output);
        local = LocalStack.start(stack, output, new Topics(USER), new PortOptions(), Progress.onStandardError());
        local.pipeline().deploySinks();
        local.announce();
    }

    @AfterAll
    static void down() {
        stack.close();
    }

    @Test
    @Order(1)
    void topicsThatExistAreLeftAlone() {
        Verb created = step("topics", "create");
        assertThat(created.code()).isZero();
        assertThat(created.err()).isEmpty();
        assertThat(created.out())
                .contains("user-" + USER + ".curated.geo  exists")
                .contains("user-" + USER + ".answers.category-by-country  exists")
                .contains(".curated.pin-value");
        assertThat(step("topics", "list").out()).contains("user-" + USER + ".rejected");
    }

    @Test
    @Order(2)
    void seedsTheDatabase() {
        Verb seeded = step("seed", "--posts", Integer.toString(POSTS));
        assertThat(seeded.err()).doesNotContain(local.servers().database().password());
        assertThat(seeded.code()).isZero();
        assertThat(seeded.out()).contains(POSTS + " rows");
    }

    @Test
    @Order(3)
    void aConnectorFileWithAWrongValueDeploysNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), """
                {"connector.class": "dev.pinflow.connect.rds.RdsPostingSourceConnector", "mode": "random",
                 "topic.prefix": "x", "connection.url": "jdbc:mysql://127.0.0.1:1/none", "connection.user": "me"}
                """);
        Verb refused = step("connect", "apply", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was deployed").contains("broken: mode:");
        assertThat(step("connect", "status").out()).doesNotContain("broken");
    }

    @Test
    @Order(4)
    void deploysTheSourceAndTheLedgerComesToBalance() {
        Verb applied = step("connect", "apply", "../connector-configs/rds-source.json");
        assertThat(applied.err()).isEmpty();
        assertThat(applied.code()).isZero();
        assertThat(applied.out()).contains("rds-source  RUNNING");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(step("ledger").out())
                        .contains("Ledger of user-" + USER)
                        .contains("The ledger balances")
                        .containsPattern("geo +40 +0 +0 +40 +40 +40 +0 +40 +yes"));
    }

    @Test
    @Order(5)
    void readsRawAndCuratedRecords() {
        Verb raw = step("topics", "read", USER + ".pin", "--max", "3", "--keys");
        assertThat(raw.out().lines())
                .hasSize(3)
                .allMatch(line -> line.matches("\\d+\t\\{\"index\":\\d+,\"unique_id\":.*}"));
        Verb curated = step("topics", "read", "user-" + USER + ".curated.user");
        assertThat(curated.out().lines()).hasSize(POSTS).allMatch(line -> line.startsWith("{\"ind\": "));
        Verb missing = step("topics", "read", "nowhere");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("'nowhere'");
    }

    @Test
    @Order(6)
    void whatCannotBeCleanedIsRejectedAndTheLedgerStillBalances() throws IOException, InterruptedException {
        assertThat(post("geo", "{\"records\":[{\"value\":{\"ind\":-1}},{\"value\":\"no object\"},{\"value\":null}]}"))
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(step("ledger").out())
                        .containsPattern("geo +40 +3 +0 +43 +43 +40 +3 +40 +yes")
                        .contains("Rejected: 3 in the topic, 3 in S3.")
                        .contains("The ledger balances"));
        assertThat(step("connect", "status").out()).doesNotContain("FAILED");
    }

    @Test
    @Order(7)
    void listsWhatWasRejected() {
        assertThat(step("rejected", "list", "--topic", "geo").out().lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("user-" + USER + "\\.geo +0:\\d+ +20\\S+Z +null-value .*"));
        assertThat(step("rejected", "list", "--summary").out())
                .containsPattern("user-" + USER + "\\.geo +null-value +1");
        assertThat(step("rejected", "list", "--json").out().lines())
                .hasSize(3)
                .anyMatch(line -> line.endsWith("\"value\":\"{\\\"ind\\\":-1}\"}"));
        assertThat(step("rejected", "list", "--values", "--reason", "null-value")
                        .out())
                .isEqualTo("\n");
        Verb none = step("rejected", "list", "--to", "2001-01-01");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("No rejected record is selected");
    }

    @Test
    @Order(8)
    void replaysEachRejectedRecordOnceAndTheLedgerCountsIt() {
        assertThat(step("rejected", "replay", "--dry-run").out()).contains("geo: 3");
        assertThat(step("rejected", "replay", "--max", "1").out()).contains("geo: 1");
        Verb rest = step("rejected", "replay", "--max-attempts", "1");
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rest.out()).contains("geo: 2").contains("1 left out that were replayed before");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(step("ledger").out())
                        .containsPattern("geo +40 +3 +3 +46 +46 +40 +6 +40 +yes")
                        .contains("The ledger balances"));
        Verb repeated = step("rejected", "replay", "--max-attempts", "1");
        assertThat(repeated.out())
                .contains("Replayed: none")
                .contains("3 left out that were replayed before")
                .contains("3 left out that have had their attempts");
        assertThat(step("rejected", "list", "--json", "--topic", "geo").out().lines())
                .filteredOn(line -> line.contains("\"attempt\":1"))
                .hasSize(3);
    }

    @Test
    @Order(9)
    void checksTheSchemas() {
        assertThat(step("schemas", "check").out().lines()).hasSize(3);
        Verb missing = step("schemas", "check", "--user-id", "nobody");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("user-nobody.curated.pin-value");
    }

    @Test
    @Order(10)
    void saysInWhatExistingTopicsDifferFromWhatWasAskedFor() {
        Verb created = step("topics", "create", "--partitions", "2");
        assertThat(created.code()).isZero();
        assertThat(created.err()).contains("user-" + USER + ".pin exists with partitions 1 instead of 2");
    }

    @Test
    @Order(11)
    void liveAnswersAreThoseOfSparkAlsoAfterChangesByRepostsAndRejections() throws Exception {
        post("pin", """
                {"records":[
                 {"value":{"index":900001,"unique_id":"a","category":"art"}},
                 {"value":{"index":900002,"unique_id":"b","category":"art"}},
                 {"value":{"index":900003,"unique_id":"c","category":"travel"}},
                 {"value":{"index":900003,"unique_id":"c","category":"travel"}},
                 {"value":{"index":900004,"unique_id":"without the others","category":"art"}},
                 {"value":{"index":900001,"unique_id":"a","category":"travel"}},
                 {"value":{"index":900003,"category":"art"}}]}
                """);
        post("geo", """
                {"records":[
                 {"value":{"ind":900001,"timestamp":"2019-05-01 10:00:00","latitude":1,"longitude":2,"country":"Mali"}},
                 {"value":{"ind":900002,"timestamp":"2019-05-01 10:00:00","latitude":1,"longitude":2,"country":"Zz"}},
                 {"value":{"ind":900003,"timestamp":"2019-05-01 10:00:00","latitude":1,"longitude":2,"country":"Zz"}},
                 {"value":{"ind":900001,"timestamp":"2020-05-01 10:00:00","latitude":1,"longitude":2,"country":"Zz"}}]}
                """);
        post("user", """
                {"records":[
                 {"value":{"ind":900001,"first_name":"Zoe","last_name":"Lee","age":20,"date_joined":"2016-01-01 00:00:00"}},
                 {"value":{"ind":900002,"first_name":"Zoe","last_name":"Lee","age":20,"date_joined":"2016-01-01 00:00:00"}},
                 {"value":{"ind":900003,"first_name":"Max","last_name":"Roe","age":30,"date_joined":"2017-01-01 00:00:00"}},
                 {"value":{"ind":900001,"first_name":"Zoe","last_name":"Lee","age":51,"date_joined":"2015-06-01 00:00:00"}}]}
                """);
        assertThat(step("ledger", "--wait", "60").out()).contains("The ledger balances");
        Instant committed = Instant.now();
        assertThat(step("report").code()).isZero();
        LiveAnswers live = new LiveAnswers(local.addresses().streamsUrl());
        assertThat(new LiveComparison(live, folder.resolve("reports"), Duration.ofSeconds(60)).differing(committed))
                .isEmpty();
        Verb answer = step("answers", "category-by-country");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("as of 20").containsPattern("\nZz +travel +2\n");
        assertThat(step("answers", "--json").out().lines()).hasSize(4);
    }

    private static int post(String entity, String body) throws IOException, InterruptedException {
        URI topic = URI.create(local.addresses().gatewayUrl() + "/topics/user-" + USER + "." + entity);
        HttpRequest request = HttpRequest.newBuilder(topic)
                .header("Content-Type", "application/vnd.kafka.json.v2+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Verb step(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--output";
        all[words.length + 1] = folder.toString();
        return Verb.run(all);
    }
}
