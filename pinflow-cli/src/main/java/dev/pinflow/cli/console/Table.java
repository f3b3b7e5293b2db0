package dev.pinflow.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows aligned in columns: the first one to the left, the others to the right, as numbers are, or to the left as text. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean textOnly;

    public Table(String... header) {
        this(false, header);
    }

    private Table(boolean textOnly, String... header) {
        this.textOnly = textOnly;
        rows.add(List.of(header));
    }

    /** A table with all columns to the left. */
    public static Table ofText(String... header) {
        return new Table(true, header);
    }

    /** Adds a row of as many cells as the header has. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The rows as text, one a line, with a line break behind each. */
    public String render() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - cell.length());
                line.append(column == 0 ? "" : "  ").append(column == 0 || textOnly ? cell + padding : padding + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
