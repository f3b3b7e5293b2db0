package dev.pinflow.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.answers.Report;
import java.io.StringReader;
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
            assertThat(html).contains("<section id=\"" + report.id() + "\">", "href=\"#" + report.id() + "\"");
        }
        assertThat(html).contains("<section id=\"data-quality\">", "as of 2 January 2026, 03:04 UTC");
    }

    @Test
    void chartsAreWellFormedWithTextThatCanBeReadAndSearched() throws Exception {
        int from = html.indexOf("<svg");
        String svg = html.substring(from, html.indexOf("</svg>", from) + "</svg>".length());

        Document chart =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(chart.getElementsByTagName("text").getLength()).isEqualTo(6);
        assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(chart.getDocumentElement().getAttribute("aria-label")).isEqualTo(Report.TOP_USER_BY_COUNTRY.title());
        assertThat(svg).contains(">8,000,000</text>", ">Chad · —</text>");
    }

    @Test
    void saysWhetherRePostsCount() {
        assertThat(html).contains("Posts are counted once each");
        assertThat(new ReportPage(SampleFindings.findings(false)).html()).contains("Every record counts, re-posts too");
    }

    @Test
    void followsTheReadersPreferenceForLightOrDark() {
        assertThat(html).contains("@media (prefers-color-scheme: dark)", "color-scheme: light dark", "@media print");
    }
}
