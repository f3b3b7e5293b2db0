package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.answers.Report;
import dev.pinflow.analytics.page.BarChart;
import dev.pinflow.analytics.page.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The findings as one HTML file that needs no other file and no network. All text from the input is escaped. */
final class ReportPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Findings findings;

    ReportPage(Findings findings) {
        this.findings = findings;
    }

    String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Pinflow report, ")
                .append(Html.escape(findings.user()))
                .append("</title>\n")
                .append("<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n");
        header(page);
        page.append("<main>\n");
        figures(page);
        findings.answers().forEach(answer -> section(page, answer));
        quality(page);
        String counted = findings.deduplicated()
                ? "Posts are counted once each, by their latest record"
                : "Every record counts, re-posts too";
        page.append("</main>\n<footer>")
                .append(counted)
                .append("; years are UTC years. ")
                .append("The same tables lie in <code>reports/</code> as CSV and JSON.</footer>\n</body>\n</html>\n");
        return page.toString();
    }

    private void header(StringBuilder page) {
        page.append("<header>\n<h1>What people post</h1>\n<p class=\"soft\">")
                .append(Html.escape(findings.user()))
                .append(" · as of ")
                .append(MINUTE.format(findings.asOf()))
                .append(" · from ")
                .append(Html.escape(findings.input()))
                .append("</p>\n<nav>");
        for (Answer answer : findings.answers()) {
            page.append("<a href=\"#")
                    .append(answer.report().id())
                    .append("\">")
                    .append(Html.escape(answer.report().title()))
                    .append("</a>");
        }
        page.append("<a href=\"#data-quality\">Data quality</a></nav>\n</header>\n");
    }

    private void figures(StringBuilder page) {
        page.append("<div class=\"figures\">");
        figure(page, Shown.grouped(findings.census().matched()), "posts");
        figure(page, Shown.grouped(groups(Report.CATEGORY_BY_COUNTRY)), "countries");
        figure(page, Shown.grouped(total(Report.USERS_JOINED_BY_YEAR)), "users who joined in the reported years");
        Answer top = answer(Report.COUNTRY_OF_TOP_USER);
        if (!top.rows().isEmpty()) {
            figure(
                    page,
                    Shown.grouped(top.rows().get(0).get(1)),
                    "followers at most, posted from " + top.rows().get(0).get(0).plain());
        }
        page.append("</div>\n");
    }

    private static void figure(StringBuilder page, String number, String meaning) {
        page.append("<div class=\"figure\"><b>")
                .append(number)
                .append("</b><span class=\"soft\">")
                .append(Html.escape(meaning))
                .append("</span></div>");
    }

    private void section(StringBuilder page, Answer answer) {
        ReportChart chart = new ReportChart(answer);
        page.append("<section id=\"")
                .append(answer.report().id())
                .append("\">\n<h2>")
                .append(Html.escape(answer.report().title()))
                .append("</h2>\n");
        if (answer.rows().isEmpty()) {
            page.append("<p class=\"soft\">No post answers this question.</p>\n");
        }
        page.append("<div class=\"sides")
                .append(chart.isWorthDrawing() ? "" : " plain")
                .append("\">\n");
        if (chart.isWorthDrawing()) {
            page.append("<div>").append(new BarChart(answer.report().title(), chart.bars()).svg());
            chart.note()
                    .ifPresent(note -> page.append("<p class=\"soft\">")
                            .append(Html.escape(note))
                            .append("</p>\n"));
            page.append("</div>\n");
        }
        table(page, answer);
        page.append("</div>\n</section>\n");
    }

    private static void table(StringBuilder page, Answer answer) {
        page.append("<div class=\"rows\"><table>\n<thead><tr>");
        for (String column : answer.report().columns()) {
            page.append(Shown.isNumber(column) ? "<th class=\"n\">" : "<th>")
                    .append(column.replace('_', ' '))
                    .append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (List<Cell> row : answer.rows()) {
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean number = Shown.isNumber(answer.report().columns().get(i));
                String text = number ? Shown.grouped(row.get(i)) : Shown.text(row.get(i));
                page.append(number ? "<td class=\"n\">" : "<td>")
                        .append(Html.escape(text))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private void quality(StringBuilder page) {
        page.append("<section id=\"data-quality\">\n<h2>Data quality</h2>\n<p class=\"soft\">What went in, what was ")
                .append("left out, and where an answer had to be chosen.</p>\n<div class=\"rows\"><table>\n<tbody>\n");
        for (Quality line : Quality.of(findings)) {
            page.append("<tr><td>")
                    .append(Html.escape(line.meaning()))
                    .append("</td><td class=\"n\">")
                    .append(Shown.grouped(line.count()))
                    .append("</td></tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
        List<String> countries = findings.exclusions().countriesOfTopUser();
        if (countries.size() > 1) {
            page.append("<p>The largest follower count is shared by ")
                    .append(Html.escape(String.join("; ", countries)))
                    .append("; the report names the first.</p>\n");
        }
        page.append("</section>\n");
    }

    private Answer answer(Report report) {
        return findings.answers().stream()
                .filter(answer -> answer.report() == report)
                .findFirst()
                .orElseThrow();
    }

    private long groups(Report report) {
        return answer(report).rows().stream().map(row -> row.get(0)).distinct().count();
    }

    private long total(Report report) {
        return answer(report).rows().stream()
                .mapToLong(row -> Long.parseLong(row.get(1).plain()))
                .sum();
    }

    private static String style() {
        try (InputStream css = BarChart.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page's style sheet cannot be read from the job's own jar.", e);
        }
    }
}
