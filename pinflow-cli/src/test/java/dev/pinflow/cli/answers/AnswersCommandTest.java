package dev.pinflow.cli.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AnswersCommandTest {
    @Test
    void printsTheRowsUnderTheContractsColumns() throws IOException {
        assertThat(text("""
                {"report":"category-by-year","asOf":"2026-05-01T10:00:00Z","rows":[
                 {"post_year":2018,"category":"art","category_count":3},
                 {"post_year":2019,"category":"travel","category_count":12}]}
                """)).isEqualTo("""
                Most posted category in each year (category-by-year, as of 2026-05-01T10:00:00Z)
                post_year  category  category_count
                2018       art       3
                2019       travel    12
                """);
    }

    @Test
    void leavesOutTheMomentWhileItIsNotKnown() throws IOException {
        assertThat(text("{\"report\":\"category-by-year\",\"asOf\":null,\"rows\":[]}"))
                .startsWith("Most posted category in each year (category-by-year)\n");
    }

    private static String text(String answer) throws IOException {
        return AnswersCommand.text(Report.CATEGORY_BY_YEAR, new ObjectMapper().readTree(answer));
    }
}
