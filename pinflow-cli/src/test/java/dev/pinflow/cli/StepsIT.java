package dev.pinflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
        assertThat(created.out())
                .contains("user-" + USER + ".curated.geo  exists")
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
                        .containsPattern("geo +40 +0 +40 +40 +40 +0 +40 +yes"));
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
        assertThat(post("{\"records\":[{\"value\":{\"ind\":-1}},{\"value\":\"no object\"},{\"value\":null}]}"))
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(step("ledger").out())
                        .containsPattern("geo +40 +3 +43 +43 +40 +3 +40 +yes")
                        .contains("Rejected: 3 in the topic, 3 in S3.")
                        .contains("The ledger balances"));
        assertThat(step("connect", "status").out()).doesNotContain("FAILED");
    }

    private static int post(String body) throws IOException, InterruptedException {
        URI geo = URI.create(local.addresses().gatewayUrl() + "/topics/user-" + USER + ".geo");
        HttpRequest request = HttpRequest.newBuilder(geo)
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
