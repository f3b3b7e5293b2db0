package dev.pinflow.analytics.page;

import java.util.List;

/** A table with a caption, whose first column names the rows; a long one scrolls in a box that the keyboard reaches. */
public final class HtmlTable {
    /** More rows than this stand in a box that scrolls. */
    private static final int MOST_ROWS = 25;

    private final String caption;
    private final String remark;
    private final List<Column> columns;

    /**
     * One column.
     *
     * @param kind what its cells hold, which decides how they stand
     */
    public record Column(String heading, Kind kind) {}

    /** What the cells of a column hold. */
    public enum Kind {
        /** Words that are kept whole. */
        NAME,
        /** Anything that people type, which may be one endless word. */
        FREE_TEXT,
        /** A number, which stands at the right. */
        NUMBER
    }

    /**
     * @param caption what the table tells, for who does not see the heading before it
     * @param remark the visible rest of the caption
     */
    public HtmlTable(String caption, String remark, List<Column> columns) {
        this.caption = caption;
        this.remark = remark;
        this.columns = List.copyOf(columns);
    }

    /** The element; text in it is escaped. Each row has one text a column. */
    public String html(List<List<String>> rows) {
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"rows\"");
        if (rows.size() > MOST_ROWS) {
            html.append(" role=\"region\" tabindex=\"0\" aria-label=\"")
                    .append(Html.escape(caption))
                    .append('"');
        }
        html.append("><table>\n<caption><span class=\"unseen\">")
                .append(Html.escape(caption))
                .append(": </span>")
                .append(Html.escape(remark))
                .append("</caption>\n<thead><tr>");
        columns.forEach(column -> cell(html, "th scope=\"col\"", column.kind(), column.heading()));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(html, i == 0 ? "th scope=\"row\"" : "td", columns.get(i).kind(), row.get(i));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static void cell(StringBuilder html, String tag, Kind kind, String text) {
        html.append('<')
                .append(tag)
                .append(
                        switch (kind) {
                            case NAME -> "";
                            case FREE_TEXT -> " class=\"free\"";
                            case NUMBER -> " class=\"n\"";
                        })
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(tag, 0, 2)
                .append('>');
    }
}
