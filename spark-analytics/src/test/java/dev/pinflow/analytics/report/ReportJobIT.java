package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.fixture.CuratedFixture;
import dev.pinflow.analytics.fixture.TestSession;
import dev.pinflow.contract.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJobIT {
    private static final String ASTRAL = "\uD83D\uDE00";
    private static final String WIDE = "\uFF21";

    @TempDir
    private static Path input;

    @BeforeAll
    static void writeTopics() {
        new CuratedFixture()
                .pin(1, "travel", "Zed", 40)
                .pin(1, "art", "Zed", 40)
                .pin(2, "travel", null, 40)
                .pin(3, ASTRAL, "Zed", 40)
                .pin(4, WIDE, "Amy", 41)
                .pin(5, "art", "Amy", null)
                .pin(6, "art", "Amy", 2)
                .geo(1, "Peru", "2018-01-01T00:00:00Z")
                .geo(2, "Peru", "2018-12-31T23:59:59.999Z")
                .geo(3, "Chad", "2019-06-01T00:00:00Z")
                .geo(4, "Chad", "2019-06-01T00:00:00Z")
                .geo(5, "Mali", "2017-12-31T23:59:59Z")
                .geo(6, "Fiji", "2022-12-31T23:59:59Z")
                .user(1, "Ann Lee", 18, "2015-01-01T00:00:00Z")
                .user(2, "Ann Lee", 24, "2015-01-01T00:00:00Z")
                .user(3, "Ann Lee", 24, "2015-01-01T00:00:00Z")
                .user(4, "Bob Ray", null, "2015-12-31T23:59:59Z")
                .user(5, "Bob Ray", null, "2015-12-31T23:59:59Z")
                .user(6, "Cat Poe", 51, "2021-01-01T00:00:00Z")
                .write(input);
    }

    @Test
    void answersTheQuestionsAsTheContractDefinesThem() {
        Findings findings = find();

        assertThat(rows(findings, Report.CATEGORY_BY_COUNTRY))
                .containsExactly(
                        "Chad|" + WIDE + "|1",
                        "Chad|" + ASTRAL + "|1",
                        "Fiji|art|1",
                        "Mali|art|1",
                        "Peru|art|1",
                        "Peru|travel|1");
        assertThat(rows(findings, Report.CATEGORY_BY_YEAR))
                .containsExactly(
                        "2018|art|1", "2018|travel|1", "2019|" + WIDE + "|1", "2019|" + ASTRAL + "|1", "2022|art|1");
        assertThat(rows(findings, Report.TOP_USER_BY_COUNTRY))
                .containsExactly("Chad|Amy|41", "Fiji|Amy|2", "Peru||40", "Peru|Zed|40");
        assertThat(rows(findings, Report.COUNTRY_OF_TOP_USER)).containsExactly("Chad|41");
        assertThat(rows(findings, Report.CATEGORY_BY_AGE_GROUP))
                .containsExactly("18-24|art|1", "18-24|travel|1", "18-24|" + ASTRAL + "|1", "+50|art|1");
        assertThat(rows(findings, Report.FOLLOWERS_BY_AGE_GROUP)).containsExactly("18-24|40", "+50|2");
        assertThat(rows(findings, Report.USERS_JOINED_BY_YEAR)).containsExactly("2015|3");
        assertThat(rows(findings, Report.FOLLOWERS_BY_JOIN_YEAR)).containsExactly("2015|40");
        assertThat(rows(findings, Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP)).containsExactly("18-24|2015|40");
    }

    @Test
    void countsWhatTheReportsLeaveOut() {
        Findings findings = find();

        assertThat(findings.census().matched()).isEqualTo(6);
        assertThat(findings.census().tables().get(0).conflicts()).isEqualTo(1);
        assertThat(findings.exclusions().postsOutsideYears()).isEqualTo(1);
        assertThat(findings.exclusions().postsWithoutAge()).isEqualTo(2);
        assertThat(findings.exclusions().usersOutsideJoinYears()).isEqualTo(1);
        assertThat(findings.exclusions().postsWithoutFollowers()).isEqualTo(1);
    }

    @Test
    void optionsChangeWhatTheyName() {
        assertThat(rows(find("--user-identity", "name"), Report.USERS_JOINED_BY_YEAR))
                .containsExactly("2015|2");
        assertThat(rows(find("--ties", "first"), Report.CATEGORY_BY_COUNTRY))
                .containsExactly("Chad|" + WIDE + "|1", "Fiji|art|1", "Mali|art|1", "Peru|art|1");
        assertThat(rows(find("--no-dedupe"), Report.CATEGORY_BY_COUNTRY))
                .contains("Peru|travel|2")
                .doesNotContain("Peru|art|1");
        assertThat(rows(find("--median", "lower", "--age-groups", "0-23,+23"), Report.FOLLOWERS_BY_AGE_GROUP))
                .containsExactly("0-23|40", "+23|40");
    }

    private static Findings find(String... more) {
        List<String> words = new ArrayList<>(
                List.of("--input", input.toString(), "--user-id", CuratedFixture.USER_ID, "--output", "out"));
        words.addAll(List.of(more));
        return ReportJob.find(TestSession.SESSION, ReportOptions.parse(words));
    }

    private static List<String> rows(Findings findings, Report report) {
        return findings.answers().stream()
                .filter(answer -> answer.report() == report)
                .map(Answer::rows)
                .flatMap(List::stream)
                .map(row -> String.join("|", row.stream().map(Cell::plain).toList()))
                .toList();
    }
}
