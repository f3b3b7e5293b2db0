package dev.pinflow.analytics.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A chart of horizontal bars as one SVG element with real text, coloured by the page's style sheet. Widths are shares of
 * the room there is and heights are pixels, so that text keeps its size on any screen.
 */
public final class BarChart {
    private static final int STEP = 38;
    private static final int BASELINE = 14;
    private static final int TOP = 20;
    private static final int THICKNESS = 12;
    /** Percent of the width that the longest bar takes; its value stands in the rest. */
    private static final int LONGEST_BAR = 70;
    /** In letters: as many as fit the width of a phone. */
    private static final int LONGEST_LABEL = 48;

    private final String id;
    private final String title;
    private final List<Bar> bars;

    /**
     * One bar.
     *
     * @param label stands above it; cut when too long, whole in the tooltip
     * @param value its length, at least 0
     * @param shown the value as people read it
     * @param series which of the page's colours, from 0
     */
    public record Bar(String label, double value, String shown, int series) {}

    /**
     * @param id unlike every other id on the page; letters, digits and hyphens
     * @param title what the bars measure, and in which unit
     */
    public BarChart(String id, String title, List<Bar> bars) {
        this.id = id;
        this.title = title;
        this.bars = List.copyOf(bars);
    }

    /** The element; text in it is escaped. A screen reader says its title and then every bar's label and value. */
    public String svg() {
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">%n"
                        + "<title id=\"%s-title\">%s</title>%n<desc id=\"%s-desc\">%s</desc>%n",
                bars.size() * STEP,
                id,
                id,
                id,
                Html.escape(title),
                id,
                Html.escape(description())));
        for (int i = 0; i < bars.size(); i++) {
            append(svg, bars.get(i), i * STEP, longest);
        }
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        return bars.stream().map(bar -> bar.label() + ": " + bar.shown()).collect(Collectors.joining("; "));
    }

    private static void append(StringBuilder svg, Bar bar, int top, double longest) {
        double length = longest == 0 ? 0 : bar.value() / longest * LONGEST_BAR;
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %s</title><text y=\"%d\">%s</text>"
                        + "<rect class=\"s%d\" y=\"%d\" width=\"%.1f%%\" height=\"%d\" rx=\"2\"/>"
                        + "<text class=\"value\" x=\"%.1f%%\" dx=\"8\" y=\"%d\">%s</text></g>%n",
                Html.escape(bar.label()),
                Html.escape(bar.shown()),
                top + BASELINE,
                Html.escape(shortened(bar.label())),
                bar.series(),
                top + TOP,
                length,
                THICKNESS,
                length,
                top + TOP + THICKNESS - 1,
                Html.escape(bar.shown())));
    }

    private static String shortened(String label) {
        int room = LONGEST_LABEL;
        for (int at = 0; at < label.length(); at = label.offsetByCodePoints(at, 1)) {
            room -= isWide(label.codePointAt(at)) ? 2 : 1;
            if (room < 0) {
                return label.substring(0, label.offsetByCodePoints(at, -1)).strip() + "…";
            }
        }
        return label;
    }

    /** Letters of eastern Asia and emoji take the room of two Latin ones. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xFFEF) || c >= 0x1F000;
    }
}
