package dev.pinflow.analytics.answers;

import dev.pinflow.contract.report.Report;
import java.util.List;

/** A report with its rows, in the contract's order; each row has one cell a column. */
public record Answer(Report report, List<List<Cell>> rows) {
    public Answer {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
