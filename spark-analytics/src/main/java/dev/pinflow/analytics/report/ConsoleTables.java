package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints the answers as aligned text. */
final class ConsoleTables {
    private static final int WIDEST = 48;

    private final PrintStream out;
    private final int rows;

    /** @param rows how many rows of a table are printed before a note says where the others are */
    ConsoleTables(PrintStream out, int rows) {
        this.out = out;
        this.rows = rows;
    }

    void print(Findings findings) {
        findings.answers().forEach(this::print);
        out.println("Data quality");
        List<Quality> lines = Quality.of(findings);
        int width =
                lines.stream().mapToInt(line -> line.meaning().length()).max().orElse(0);
        for (Quality line : lines) {
            out.printf("  %-" + width + "s  %d%n", line.meaning(), line.count());
        }
        List<String> countries = findings.exclusions().countriesOfTopUser();
        if (countries.size() > 1) {
            out.println("  The largest follower count is shared by " + visible(String.join("; ", countries)) + ".");
        }
        out.println();
    }

    private void print(Answer answer) {
        out.println(answer.report().title() + " (" + answer.report().id() + ")");
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.report().columns());
        answer.rows().stream().limit(rows).map(ConsoleTables::texts).forEach(lines::add);
        int[] widths = widths(lines);
        for (int i = 0; i < lines.size(); i++) {
            out.println("  " + line(lines.get(i), widths, answer));
            if (i == 0) {
                out.println("  " + rule(widths));
            }
        }
        if (answer.rows().size() > rows) {
            out.println("  … and " + (answer.rows().size() - rows) + " more in reports/"
                    + answer.report().id() + ".csv");
        }
        out.println();
    }

    private static List<String> texts(List<Cell> row) {
        return row.stream()
                .map(cell -> cell instanceof Cell.Unknown ? "—" : shortened(visible(cell.plain())))
                .toList();
    }

    /** Numbers stand at the right of their column, the rest at the left. */
    private static String line(List<String> texts, int[] widths, Answer answer) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(texts.get(i)));
            boolean number = !answer.rows().isEmpty() && answer.rows().get(0).get(i) instanceof Cell.Amount;
            line.append(number ? padding + texts.get(i) : texts.get(i) + padding)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append("─".repeat(width)).append("  ");
        }
        return rule.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        return widths;
    }

    /** A name from the web must not move the cursor or colour the terminal. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }

    private static String shortened(String text) {
        return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
