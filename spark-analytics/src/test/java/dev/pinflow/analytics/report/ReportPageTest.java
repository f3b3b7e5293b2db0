package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.contract.report.Report;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportPageTest {
    private final String html = new ReportPage(SampleFindings.findings()).html();

    @Test
    void textFromTheInputIsNeverMarkup() {
        assertThat(html)
                .doesNotContain("<script", "alert('x')", "\u001b", "\u202e", "Quito <b>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;a&quot;", "Quito &lt;b&gt;");
    }

    @Test
    void needsNoOtherFileAndNoNetwork() {
        assertThat(html).doesNotContain("src=", "<link", "@import", "url(", "http:", "https:");
    }

    @Test
    void hasASectionForEveryReportAndOneForDataQuality() {
        for (Report report : Report.values()) {
            assertThat(html).contains("<section id=\"" + report.id() + "\"", "href=\"#" + report.id() + "\"");
        }
        assertThat(html).contains("<section id=\"data-quality\"", "as of 2 January 2026, 03:04 UTC");
    }

    @Test
    void theBodyIsWellFormed() throws Exception {
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));

        Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)));
        assertThat(parsed.getElementsByTagName("svg").getLength()).isEqualTo(2);
        assertThat(parsed.getElementsByTagName("caption").getLength())
                .isEqualTo(parsed.getElementsByTagName("table").getLength())
                .isEqualTo(4);
    }

    @Test
    void noIdIsGivenTwiceAndEveryReferenceFindsItsOwn() {
        List<String> ids = found(" id=\"([^\"]*)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found(" href=\"#([^\"]*)\"")).isNotEmpty().isSubsetOf(ids);
        assertThat(found(" aria-labelledby=\"([^\"]*)\"").stream().flatMap(both -> Stream.of(both.split(" "))))
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void chartsHaveTextThatCanBeReadAndSearched() {
        assertThat(html).contains(">8,000,000</text>", ">Chad · —</text>", "<figcaption>Followers</figcaption>");
    }

    @Test
    void eachSectionBeginsWithItsAnswer() {
        assertThat(html)
                .contains(
                        "<p>Highest for age group +50 (69,000), lowest for age group 18-24 (42.5).</p>",
                        "<p>Peru, with 8,000,000 followers. The largest follower count is shared by Peru; Quito &lt;b&gt;; "
                                + "the report names the first.</p>",
                        "followers at most, in Peru and 1 other country");
    }

    @Test
    void saysWhetherRePostsCount() {
        Rules defaults = Rules.DEFAULTS;
        Rules everyRecord = new Rules(
                defaults.median(),
                defaults.ties(),
                defaults.identity(),
                false,
                defaults.postYears(),
                defaults.joinYears(),
                defaults.ages());

        assertThat(html).contains("Posts are counted once each");
        assertThat(new ReportPage(SampleFindings.findings(everyRecord)).html())
                .contains("Every record counts, re-posts too")
                .doesNotContain("counted once");
    }

    @Test
    void nothingOnThePageMayRunOrLoad() {
        assertThat(html).contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    }

    @Test
    void followsTheReadersPreferenceForLightOrDark() {
        assertThat(html)
                .contains("@media screen and (prefers-color-scheme: dark)", "color-scheme: light dark", "@media print");
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
