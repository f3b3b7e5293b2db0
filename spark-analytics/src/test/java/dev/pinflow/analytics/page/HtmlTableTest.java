package dev.pinflow.analytics.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.page.HtmlTable.Column;
import dev.pinflow.analytics.page.HtmlTable.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTableTest {
    private final HtmlTable table = new HtmlTable(
            "Posters & more",
            "all rows",
            List.of(
                    new Column("country", Kind.NAME),
                    new Column("poster", Kind.FREE_TEXT),
                    new Column("followers", Kind.NUMBER)));

    @Test
    void headingsSayWhatTheyHeadAndTheCaptionWhatTheTableTells() {
        assertThat(table.html(List.of(List.of("Peru", "<i>", "1,000")))).isEqualTo("""
                        <div class="rows"><table>
                        <caption><span class="unseen">Posters &amp; more: </span>all rows</caption>
                        <thead><tr><th scope="col">country</th><th scope="col" class="free">poster</th>\
                        <th scope="col" class="n">followers</th></tr></thead>
                        <tbody>
                        <tr><th scope="row">Peru</th><td class="free">&lt;i&gt;</td><td class="n">1,000</td></tr>
                        </tbody>
                        </table></div>
                        """);
    }

    @Test
    void aTableThatScrollsIsReachedByTheKeyboardAndHoldsEveryRow() {
        String html = table.html(Collections.nCopies(376, List.of("Peru", "Amy", "7")));

        assertThat(html)
                .startsWith("<div class=\"rows\" role=\"region\" tabindex=\"0\" aria-label=\"Posters &amp; more\">");
        assertThat(table.html(Collections.nCopies(25, List.of("Peru", "Amy", "7"))))
                .doesNotContain("tabindex");
        assertThat(html.split("<th scope=\"row\">", -1)).hasSize(377);
    }
}
