package dev.pinflow.analytics.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.analytics.page.BarChart.Bar;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BarChartTest {
    @Test
    void aScreenReaderIsToldWhatTheBarsAreAndHowLong() throws Exception {
        Element svg = parsed(new Bar("Peru", 10, "10", 0), new Bar("Chad <b>", 5, "5", 1))
                .getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("c-title c-desc");
        assertThat(text(svg, "title", 0)).isEqualTo("Posts & more");
        assertThat(text(svg, "desc", 0)).isEqualTo("Peru: 10; Chad <b>: 5");
    }

    @Test
    void barsAreAsLongAsTheirShareOfTheLongestAndLeaveRoomForTheValue() throws Exception {
        Element svg = parsed(new Bar("a", 40, "40", 0), new Bar("b", 10, "10", 0), new Bar("c", 0, "0", 0))
                .getDocumentElement();

        assertThat(List.of(width(svg, 0), width(svg, 1), width(svg, 2))).containsExactly("70.0%", "17.5%", "0.0%");
    }

    @Test
    void barsOfNothingHaveNoLength() throws Exception {
        assertThat(width(parsed(new Bar("a", 0, "0", 0)).getDocumentElement(), 0))
                .isEqualTo("0.0%");
    }

    @ParameterizedTest
    @CsvSource({
        "Antarctica (the territory South of 60 deg) · Amy, Antarctica (the territory South of 60 deg) · Amy",
        "Antarctica (the territory South of 60 deg S) · Amy Lee, Antarctica (the territory South of 60 deg S) ·…",
        "東京東京東京東京東京東京東京東京東京東京東京東京東京, 東京東京東京東京東京東京東京東京東京東京東京東…"
    })
    void aLongLabelIsCutToItsRoomAndWholeInTheTooltip(String label, String shown) throws Exception {
        Element svg = parsed(new Bar(label, 1, "1", 0)).getDocumentElement();

        assertThat(text(svg, "text", 0)).isEqualTo(shown);
        assertThat(text(svg, "title", 1)).isEqualTo(label + ": 1");
    }

    private static Document parsed(Bar... bars) throws Exception {
        String svg = new BarChart("c", "Posts & more", List.of(bars)).svg();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String text(Element svg, String tag, int index) {
        return svg.getElementsByTagName(tag).item(index).getTextContent();
    }

    private static String width(Element svg, int bar) {
        return ((Element) svg.getElementsByTagName("rect").item(bar)).getAttribute("width");
    }
}
