package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pinflow.analytics.job.InputException;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    private Path folder;

    @Test
    void csvQuotesWhatNeedsItAndLeavesNullEmpty() {
        assertThat(ReportFiles.csv(SampleFindings.TOP_USERS))
                .isEqualTo(String.join(
                        "\r\n",
                        "country,poster_name,follower_count",
                        "Chad,,7",
                        "Peru,\"<script>alert('x')</script> \"\"a\"\", \u001b[31m\n&\u202e\",8000000",
                        "Peru,\"\",8000000",
                        ""));
    }

    @Test
    void jsonHasNumbersAsNumbersAndColumnsInTheirOrder() throws IOException {
        assertThat(ReportFiles.json(SampleFindings.MEDIANS)).isEqualTo("""
                        [
                          {"age_group":"18-24","median_follower_count":42.5},
                          {"age_group":"+50","median_follower_count":69000}
                        ]
                        """);
        assertThat(ReportFiles.json(SampleFindings.TOP_USERS)).contains("\"poster_name\":null,\"follower_count\":7}");
    }

    @Test
    void aReportWithoutRowsIsAnEmptyArray() throws IOException {
        assertThat(ReportFiles.json(SampleFindings.findings().answers().get(0))).isEqualTo("[]\n");
    }

    @Test
    void writesEveryReportTwiceThePageAndTheQuality() throws IOException {
        new ReportFiles(folder.resolve("new/out")).write(SampleFindings.findings());

        assertThat(folder.resolve("new/out/report.html")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("new/out/quality.json")))
                .contains("\"pin_reposts\" : 1", "\"pin_conflicts\" : 1", "\"countries_of_top_user\" : 2");
        for (Report report : Report.values()) {
            assertThat(Stream.of(".csv", ".json")
                            .map(end -> folder.resolve("new/out/reports").resolve(report.id() + end)))
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new ReportFiles(file).write(SampleFindings.findings()))
                .withMessageContaining(file.toString())
                .withMessageContaining("--output");
    }
}
