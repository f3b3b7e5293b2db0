package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTablesTest {
    @Test
    void tablesAreAlignedAndLongOnesSayWhereTheirOtherRowsAre() {
        assertThat(printed(2)).containsIgnoringNewLines("""
                        Poster with the most followers in each country (top-user-by-country)
                          country  poster_name                                follower_count
                          ───────  ─────────────────────────────────────────  ──────────────
                          Chad     —                                                       7
                          Peru     <script>alert('x')</script> "a",  [31m &          8000000
                          … and 1 more in reports/top-user-by-country.csv
                        """);
    }

    @Test
    void nothingFromTheInputReachesTheTerminalAsAControlCharacter() {
        assertThat(printed(10).replace(System.lineSeparator(), "")).doesNotContainPattern("\\p{Cc}|\\p{Cf}");
    }

    @Test
    void theTieAtTheTopIsReported() {
        assertThat(printed(10)).contains("The largest follower count is shared by Peru; Quito <b>.");
    }

    private static String printed(int rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ConsoleTables(new PrintStream(bytes, true, StandardCharsets.UTF_8), rows).print(SampleFindings.findings());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
