package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.page.Html;
import dev.pinflow.analytics.page.HtmlTable;
import dev.pinflow.contract.report.Report;
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
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                // Should text from the input ever get past the escaping, it still could neither run nor load anything.
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>Pinflow report, ")
                .append(Html.escape(findings.user()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#reports\">Skip to the reports</a>\n");
        header(page);
        page.append("<main id=\"reports\">\n");
        figures(page);
        findings.answers().forEach(answer -> page.append(new ReportSection(answer).html(remark(answer.report()))));
        quality(page);
        page.append("</main>\n");
        footer(page);
        return page.append("</body>\n</html>\n").toString();
    }

    private void header(StringBuilder page) {
        page.append("<header>\n<h1>What people post</h1>\n<p class=\"soft\">")
                .append(Html.escape(findings.user()))
                .append(" · as of ")
                .append(MINUTE.format(findings.asOf()))
                .append(" · from ")
                .append(Html.escape(findings.input()))
                .append("</p>\n<nav aria-label=\"Reports\"><ul>\n");
        findings.answers().forEach(answer -> link(page, answer.report().id()));
        link(page, "data-quality");
        page.append("</ul></nav>\n</header>\n");
    }

    /** The links have the names of the files, which are shorter than the questions. */
    private static void link(StringBuilder page, String id) {
        String words = id.replace('-', ' ').replace("age group", "age\u00A0group");
        page.append("<li><a href=\"#")
                .append(id)
                .append("\">")
                .append(words.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(words.substring(1))
                .append("</a></li>\n");
    }

    private void figures(StringBuilder page) {
        page.append("<div class=\"figures\">");
        figure(page, Shown.grouped(findings.census().matched()), "posts");
        figure(page, Shown.grouped(countries()), "countries");
        figure(
                page,
                Shown.grouped(usersJoined()),
                "users who joined in " + findings.rules().joinYears());
        for (List<Cell> top : answer(Report.COUNTRY_OF_TOP_USER).rows()) {
            List<String> countries = findings.exclusions().countriesOfTopUser();
            String others = countries.size() > 1
                    ? " and " + Shown.counted(countries.size() - 1, "other country", "other countries")
                    : "";
            figure(page, Shown.grouped(top.get(1)), "followers at most, in " + Shown.text(top.get(0)) + others);
        }
        page.append("</div>\n");
    }

    private static void figure(StringBuilder page, String number, String meaning) {
        page.append("<p class=\"figure\"><b>")
                .append(number)
                .append("</b> <span class=\"soft\">")
                .append(Html.escape(meaning))
                .append("</span></p>");
    }

    private String remark(Report report) {
        List<String> countries = findings.exclusions().countriesOfTopUser();
        return report == Report.COUNTRY_OF_TOP_USER && countries.size() > 1
                ? "The largest follower count is shared by " + String.join("; ", countries)
                        + "; the report names the first."
                : "";
    }

    private void quality(StringBuilder page) {
        page.append("<section id=\"data-quality\" aria-labelledby=\"data-quality-heading\">\n")
                .append("<h2 id=\"data-quality-heading\">Data quality</h2>\n<p>What went in, what was ")
                .append("left out, and where an answer had to be chosen.</p>\n");
        List<HtmlTable.Column> columns = List.of(
                new HtmlTable.Column("measure", HtmlTable.Kind.NAME),
                new HtmlTable.Column("number", HtmlTable.Kind.NUMBER));
        List<List<String>> rows = Quality.of(findings).stream()
                .map(line -> List.of(line.meaning(), Shown.grouped(line.count())))
                .toList();
        page.append(new HtmlTable("Data quality", "also in quality.json", columns).html(rows))
                .append("</section>\n");
    }

    private void footer(StringBuilder page) {
        page.append("<footer>\n<h2>How it was counted</h2>\n<ul>\n");
        for (String sentence : Method.of(findings.rules())) {
            page.append("<li>").append(Html.escape(sentence)).append("</li>\n");
        }
        page.append("<li>The same tables lie beside this page in <code>reports/</code> as CSV and JSON.</li>\n")
                .append("</ul>\n</footer>\n");
    }

    private Answer answer(Report report) {
        return findings.answers().stream()
                .filter(answer -> answer.report() == report)
                .findFirst()
                .orElseThrow();
    }

    private long countries() {
        return Leaders.sizes(answer(Report.CATEGORY_BY_COUNTRY)).size();
    }

    private long usersJoined() {
        return answer(Report.USERS_JOINED_BY_YEAR).rows().stream()
                .mapToLong(row -> Long.parseLong(row.get(1).plain()))
                .sum();
    }

    private static String style() {
        try (InputStream css = HtmlTable.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page's style sheet cannot be read from the job's own jar.", e);
        }
    }
}
