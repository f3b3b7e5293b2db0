package dev.pinflow.analytics.page;

import java.util.List;
import java.util.Locale;

/** A chart of horizontal bars as one SVG element with real text, coloured by the page's style sheet. */
public final class BarChart {
    private static final int WIDTH = 720;
    private static final int LABELS = 264;
    private static final int BARS = 360;
    private static final int STEP = 28;
    private static final int THICKNESS = 16;
    private static final int LONGEST_LABEL = 36;

    private final String title;
    private final List<Bar> bars;

    /**
     * One bar.
     *
     * @param label stands at its left; cut when too long, whole in the tooltip
     * @param value its length, at least 0
     * @param shown the value as people read it
     * @param series which of the page's colours, from 0
     */
    public record Bar(String label, double value, String shown, int series) {}

    /** @param title what a screen reader says of the chart */
    public BarChart(String title, List<Bar> bars) {
        this.title = title;
        this.bars = List.copyOf(bars);
    }

    /** The element; text in it is escaped. */
    public String svg() {
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                bars.size() * STEP + 8,
                Html.escape(title)));
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>%n",
                LABELS,
                LABELS,
                bars.size() * STEP + 4));
        for (int i = 0; i < bars.size(); i++) {
            append(svg, bars.get(i), i * STEP + 6, longest);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void append(StringBuilder svg, Bar bar, int top, double longest) {
        double length = longest == 0 ? 0 : Math.max(1, bar.value() / longest * BARS);
        int baseline = top + THICKNESS - 3;
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %s</title>"
                        + "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>"
                        + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                Html.escape(bar.label()),
                Html.escape(bar.shown()),
                LABELS - 10,
                baseline,
                Html.escape(shortened(bar.label())),
                bar.series(),
                LABELS,
                top,
                length,
                THICKNESS,
                LABELS + length + 8,
                baseline,
                Html.escape(bar.shown())));
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
