package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One live answer.
 *
 * @param asOf every curated record that was committed before this moment is in the answer; empty until that is known
 * @param rows the rows in the contract's order, each a JSON object with the report's columns
 */
public record AnswerPage(Report report, Optional<Instant> asOf, List<String> rows) {
    public AnswerPage {
        rows = List.copyOf(rows);
    }
}
