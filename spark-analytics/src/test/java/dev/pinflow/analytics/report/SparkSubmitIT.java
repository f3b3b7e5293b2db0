package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.fixture.CuratedFixture;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the built job folder as its users do. */
class SparkSubmitIT {
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final Topics TOPICS = new Topics(CuratedFixture.USER_ID);

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void writeTopics() {
        input = folder.resolve("the topics");
        new CuratedFixture()
                .pin(1, "art", "An \"odd\", name", 42)
                .pin(2, "art", null, 43)
                .geo(1, "Cote d'Ivoire", "2020-01-01T00:00:00Z")
                .geo(2, "Peru", "2020-01-01T00:00:00Z")
                .user(1, "Ann Lee", 20, "2016-01-01T00:00:00Z")
                .user(2, "Bob Ray", 20, "2016-01-01T00:00:00Z")
                .write(input);
    }

    @Test
    void writesTheReportsFromAnyWorkingDirectoryAndPrintsThem() throws Exception {
        Ended ended = submit("--input", input.toString(), "--user-id", CuratedFixture.USER_ID, "--output", "it's out");

        assertThat(ended.code()).as(ended.errors()).isZero();
        assertThat(ended.printed()).contains("(category-by-country)", "Cote d'Ivoire", "42.5");
        Path reports = folder.resolve("it's out/reports");
        for (Report report : Report.values()) {
            assertThat(reports.resolve(report.id() + ".csv")).isNotEmptyFile();
        }
        assertThat(reports.resolve("followers-by-age-group.json"))
                .content()
                .contains("{\"age_group\":\"18-24\",\"median_follower_count\":42.5}");
        assertThat(reports.resolve("top-user-by-country.csv"))
                .content()
                .isEqualTo(String.join(
                        "\r\n",
                        "country,poster_name,follower_count",
                        "Cote d'Ivoire,\"An \"\"odd\"\", name\",42",
                        "Peru,,43",
                        ""));
        assertThat(folder.resolve("it's out/report.html")).content().contains("Cote d&#39;Ivoire");
    }

    @Test
    void aMissingTopicIsNamedInOneSentence() throws Exception {
        Ended ended = submit("--input", input.toString(), "--user-id", "nobody", "--output", "out");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("report: There is no topic folder", "user-nobody.curated.pin")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anObjectThatIsCutShortIsNamedInOneSentence() throws Exception {
        Path broken = input.resolve(TOPICS.curated(Entity.GEO)).resolve("partition=0/cut+0+0000000007.parquet");
        Files.writeString(broken, "PAR1 and no more");

        Ended ended = submit("--input", input.toString(), "--user-id", CuratedFixture.USER_ID, "--output", "out");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("report: The object ", "cut+0+0000000007.parquet cannot be read")
                .doesNotContain("\tat ");
    }

    @Test
    void wrongWordsEndWithTwoBeforeAnythingStarts() throws Exception {
        Ended ended = submit("--input", input.toString(), "--median", "mean");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors())
                .contains("report: --user-id is missing", "report: --output is missing", "report: --median: 'mean'")
                .doesNotContain("\tat ");
        assertThat(ended.printed()).isEmpty();
    }

    private Ended submit(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("bin/spark-submit").toString(),
                "--conf",
                "spark.driver.memory=480m",
                "--class",
                ReportJob.class.getName(),
                HOME.resolve("app/pinflow-analytics.jar").toString()));
        command.addAll(List.of(words));
        Path printed = folder.resolve("stdout");
        Path errors = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TZ", "Asia/Tokyo");
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(printed), Files.readString(errors));
    }

    private record Ended(int code, String printed, String errors) {}
}
