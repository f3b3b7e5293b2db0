package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.page.BarChart;
import dev.pinflow.analytics.page.Html;
import dev.pinflow.analytics.page.HtmlTable;
import dev.pinflow.contract.report.Report;
import java.util.ArrayList;
import java.util.List;

/** One report on the page: its question, the answer in a sentence, a chart, and all rows. */
final class ReportSection {
    private final Answer answer;
    private final Report report;

    ReportSection(Answer answer) {
        this.answer = answer;
        this.report = answer.report();
    }

    /** @param remark what else the reader should know, or empty */
    String html(String remark) {
        ReportChart chart = new ReportChart(answer);
        StringBuilder html = new StringBuilder();
        html.append("<section id=\"")
                .append(report.id())
                .append("\" aria-labelledby=\"")
                .append(report.id())
                .append("-heading\">\n<h2 id=\"")
                .append(report.id())
                .append("-heading\">")
                .append(Html.escape(report.title()))
                .append("</h2>\n<p>")
                .append(Html.escape((Headline.of(answer) + " " + remark).strip()))
                .append("</p>\n");
        if (chart.isWorthDrawing()) {
            html.append("<div class=\"sides\">\n<figure>\n<figcaption>")
                    .append(Html.escape(chart.caption()))
                    .append("</figcaption>\n")
                    .append(new BarChart(report.id() + "-chart", chart.caption(), chart.bars()).svg());
            chart.note()
                    .ifPresent(note -> html.append("<p class=\"soft\">")
                            .append(Html.escape(note))
                            .append("</p>\n"));
            html.append("</figure>\n").append(table()).append("</div>\n");
        } else if (!answer.rows().isEmpty()) {
            html.append(table());
        }
        return html.append("</section>\n").toString();
    }

    private String table() {
        List<HtmlTable.Column> columns = report.columns().stream()
                .map(column -> Shown.column(report, column))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<Cell> row : answer.rows()) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                boolean number = columns.get(i).kind() == HtmlTable.Kind.NUMBER;
                texts.add(number ? Shown.grouped(row.get(i)) : Shown.text(row.get(i)));
            }
            rows.add(texts);
        }
        String remark = Shown.counted(rows.size(), "row", "rows") + ", also in reports/" + report.id() + ".csv";
        return new HtmlTable(report.title(), remark, columns).html(rows);
    }
}
