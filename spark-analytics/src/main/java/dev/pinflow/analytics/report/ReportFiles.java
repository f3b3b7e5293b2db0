package dev.pinflow.analytics.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.job.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the answers below one folder: report.html, quality.json, reports/ID.csv and reports/ID.json. */
final class ReportFiles {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    ReportFiles(Path folder) {
        this.folder = folder;
    }

    /** Replaces what an earlier run wrote. */
    void write(Findings findings) {
        try {
            Path reports = Files.createDirectories(folder.resolve("reports"));
            for (Answer answer : findings.answers()) {
                Files.writeString(reports.resolve(answer.report().id() + ".csv"), csv(answer));
                Files.writeString(reports.resolve(answer.report().id() + ".json"), json(answer));
            }
            Files.writeString(folder.resolve("quality.json"), quality(findings));
            Files.writeString(folder.resolve("report.html"), new ReportPage(findings).html());
        } catch (IOException e) {
            throw new InputException(
                    "The answers cannot be written below " + folder + " (" + e.getMessage()
                            + "): choose an --output that this user can write to.",
                    e);
        }
    }

    /** RFC 4180: lines end with CR LF, null is empty; an empty text is quoted, so that it differs from null. */
    static String csv(Answer answer) {
        StringBuilder csv = new StringBuilder(String.join(",", answer.report().columns())).append("\r\n");
        for (List<Cell> row : answer.rows()) {
            csv.append(row.stream().map(ReportFiles::field).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String field(Cell cell) {
        String plain = cell.plain();
        boolean quoted = cell instanceof Cell.Text
                && (plain.isEmpty() || plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r'));
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    static String json(Answer answer) throws IOException {
        List<String> objects = new ArrayList<>();
        for (List<Cell> row : answer.rows()) {
            objects.add(object(answer.report().columns(), row));
        }
        return objects.isEmpty() ? "[]\n" : "[\n  " + String.join(",\n  ", objects) + "\n]\n";
    }

    private static String object(List<String> columns, List<Cell> row) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(columns.get(i));
                write(json, row.get(i));
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Cell cell) throws IOException {
        if (cell instanceof Cell.Text text) {
            json.writeString(text.value());
        } else if (cell instanceof Cell.Amount) {
            json.writeNumber(cell.plain());
        } else {
            json.writeNull();
        }
    }

    private static String quality(Findings findings) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("user", findings.user());
            json.writeStringField("input", findings.input());
            json.writeStringField("as_of", findings.asOf().toString());
            for (Quality line : Quality.of(findings)) {
                json.writeNumberField(line.key(), line.count());
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
