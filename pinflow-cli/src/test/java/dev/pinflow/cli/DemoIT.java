package dev.pinflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo on rows of its own, dirt included: from the database to Spark's answers. */
final class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Path output;
    private static Verb demo;

    @BeforeAll
    static void run() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("pin.jsonl"), """
                {"index":3,"unique_id":"u3","title":"Old\\ntitle 🎄","follower_count":"5k","poster_name":"Ann","category":"art"}
                {"index":3,"unique_id":"u3","title":"New title","follower_count":"7k","poster_name":"Ann","category":"art"}
                {"index":5,"unique_id":"u5","title":"No Title Data Available","follower_count":"lots","category":"art"}
                {"index":9,"unique_id":"u9","follower_count":"1M","poster_name":"Bo \\u00a0","category":"travel"}
                {"index":11,"unique_id":"u11","follower_count":"2M"}
                """);
        Files.writeString(data.resolve("geo.jsonl"), """
                {"ind":3,"timestamp":"2019-05-01 10:00:00","latitude":1.5,"longitude":-2.25,"country":"Chad"}
                {"ind":5,"timestamp":"2020:05:01 10:00:00","latitude":1.5,"longitude":-2.25,"country":"Chad"}
                {"ind":9,"timestamp":"2020-05-01T10:00:00","latitude":1.5,"longitude":-2.25,"country":"Cote d'Ivoire"}
                {"ind":11,"timestamp":"2021-05-01T10:00:00","latitude":1.5,"longitude":-2.25,"country":"Mali"}
                {"ind":12,"timestamp":"2021-05-01T10:00:00","latitude":1.5,"longitude":-2.25,"country":"Mali"}
                """);
        Files.writeString(data.resolve("user.jsonl"), """
                {"ind":3,"first_name":"Zoe","last_name":"Lee","age":20,"date_joined":"2016-01-01 00:00:00"}
                {"ind":5,"first_name":"Zoe","last_name":"Lee","age":20,"date_joined":"2016-01-01 00:00:00"}
                {"ind":9,"first_name":"Max","last_name":"Roe","age":51,"date_joined":"2017-01-01 00:00:00"}
                {"ind":11,"first_name":"Max","last_name":"Roe","age":51,"date_joined":"2017-01-01 00:00:00"}
                """);
        output = folder.resolve("out");
        demo = Verb.run("demo", "--data", data.toString(), "--output", output.toString());
    }

    @Test
    void succeedsAndSaysWhatItFound() {
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("The ledger balances")
                .contains("country-of-top-user")
                .containsPattern("Live answers at http://127.0.0.1:\\d+/answers: the same as Spark's.");
        assertThat(demo.err())
                .contains("Kafka Connect")
                .contains("1 of the indexes are not in all three tables")
                .contains("report.html");
    }

    @Test
    void accountsForEveryRecordTheRejectedOneIncluded() throws IOException {
        JsonNode ledger = JSON.readTree(output.resolve("ledger.json").toFile());
        JsonNode pins = ledger.path("topics").path(0);
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
        assertThat(pins.path("posted").asLong()).isEqualTo(4);
        assertThat(pins.path("curated").asLong()).isEqualTo(3);
        assertThat(pins.path("rejected").asLong()).isEqualTo(1);
        assertThat(ledger.path("rejectedInS3").asLong()).isEqualTo(1);
    }

    @Test
    void answersTheQuestions() throws IOException {
        assertThat(report("top-user-by-country.csv"))
                .isEqualTo("country,poster_name,follower_count\nChad,Ann,7000\nCote d'Ivoire,Bo \u00a0,1000000\n");
        assertThat(report("users-joined-by-year.csv")).isEqualTo("post_year,number_users_joined\n2016,1\n2017,1\n");
        assertThat(JSON.readTree(
                        output.resolve("reports/country-of-top-user.json").toFile()))
                .isEqualTo(JSON.readTree("[{\"country\":\"Cote d'Ivoire\",\"follower_count\":1000000}]"));
        try (Stream<Path> files = Files.list(output.resolve("reports"))) {
            assertThat(files).hasSize(18);
        }
        assertThat(output.resolve("report.html")).content().contains("<svg");
    }

    @Test
    void leavesTimingsAndNoRunningStack() throws IOException {
        assertThat(JSON.readTree(output.resolve("timings.json").toFile()).findValuesAsText("stage"))
                .contains(
                        "servers",
                        "seed",
                        "posted",
                        "in raw S3",
                        "curated",
                        "in curated S3",
                        "ledger",
                        "reports",
                        "live answers",
                        "total");
        assertThat(output.resolve("stack.json")).doesNotExist();
    }

    private static String report(String file) throws IOException {
        return Files.readString(output.resolve("reports").resolve(file)).replace("\r\n", "\n");
    }
}
