package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pinflow.analytics.answers.MedianKind;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.answers.Ties;
import dev.pinflow.analytics.answers.UserIdentity;
import dev.pinflow.analytics.job.UsageException;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.YearRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportOptionsTest {
    @Test
    void theContractIsTheDefault() {
        ReportOptions options = ReportOptions.parse(List.of("--input", "in", "--user-id", "a1", "--output", "out"));

        assertThat(options)
                .isEqualTo(new ReportOptions(
                        "in", new Topics("a1"), Path.of("out"), Optional.empty(), Rules.DEFAULTS, 15));
    }

    @Test
    void everyOptionIsRead() {
        ReportOptions options = ReportOptions.parse(List.of(
                "--input=s3a://bucket/topics",
                "--user-id=a1",
                "--output=out",
                "--s3-endpoint=http://127.0.0.1:9000",
                "--median=lower",
                "--ties=first",
                "--user-identity=name",
                "--no-dedupe",
                "--post-years=2019-2020",
                "--join-years=2016-2017",
                "--age-groups=0-17,+17",
                "--rows=3"));

        assertThat(options)
                .isEqualTo(new ReportOptions(
                        "s3a://bucket/topics",
                        new Topics("a1"),
                        Path.of("out"),
                        Optional.of(URI.create("http://127.0.0.1:9000")),
                        new Rules(
                                MedianKind.LOWER,
                                Ties.FIRST,
                                UserIdentity.NAME,
                                false,
                                new YearRange(2019, 2020),
                                new YearRange(2016, 2017),
                                List.of(new AgeBand("0-17", 0, 17), new AgeBand("+17", 18, Integer.MAX_VALUE))),
                        3));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ReportOptions.parse(List.of(
                        "--user-id", "a b", "--median", "mean", "--colour", "--rows", "0", "--s3-endpoint", "here")))
                .satisfies(problem -> assertThat(problem.getMessage().lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).startsWith("'--colour' is not an option"),
                                line -> assertThat(line).startsWith("--input is missing: give the folder"),
                                line -> assertThat(line).startsWith("--output is missing: give a local folder"),
                                line -> assertThat(line).contains("a b").startsWith("--user-id: "),
                                line -> assertThat(line).isEqualTo("--median: 'mean' is none of interpolated, lower."),
                                line -> assertThat(line).isEqualTo("--rows: '0' is not a whole number of at least 1."),
                                line -> assertThat(line)
                                        .startsWith("--s3-endpoint: 'here' is not a server's address")));
    }

    @Test
    void anOptionWithoutItsValueAndOneGivenTwiceAreProblems() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ReportOptions.parse(
                        List.of("--input", "--user-id", "a", "--user-id", "b", "--output", "pom.xml")))
                .satisfies(problem -> assertThat(problem.getMessage().lines())
                        .containsExactlyInAnyOrder(
                                "--input needs a value after it.",
                                "--user-id is given twice: give it once.",
                                "--output: 'pom.xml' is a file: name a folder."));
    }

    @Test
    void everyOptionIsInTheHelp() {
        assertThat(ReportOptions.HELP)
                .contains("--input", "--user-id", "--output", "--s3-endpoint", "--median", "--ties")
                .contains("--user-identity", "--no-dedupe", "--post-years", "--join-years", "--age-groups", "--rows");
    }
}
