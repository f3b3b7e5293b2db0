package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.Report;
import dev.pinflow.contract.report.TextOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the answers from this instance's global tables. Thread-safe. */
public final class GlobalTableAnswers implements AnswerReader {
    private static final List<String> AGE_GROUPS =
            AgeBand.DEFAULTS.stream().map(AgeBand::label).toList();

    private final AnswerTables tables;
    private final Supplier<Optional<Instant>> asOf;

    /** @param asOf yields the moment up to which the tables are complete, see {@link AsOf#instant()} */
    public GlobalTableAnswers(AnswerTables tables, Supplier<Optional<Instant>> asOf) {
        this.tables = tables;
        this.asOf = asOf;
    }

    @Override
    public AnswerPage read(Report report) {
        // Before the rows: they may be newer than what is said of them, never older.
        Optional<Instant> complete = asOf.get();
        List<String> rows = tables.table(report).rows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order(report)))
                .flatMap(group -> group.getValue().stream())
                .toList();
        return new AnswerPage(report, complete, rows);
    }

    private static Comparator<String> order(Report report) {
        if (report == Report.CATEGORY_BY_AGE_GROUP) {
            return Comparator.comparingInt(AGE_GROUPS::indexOf);
        }
        return TextOrder.BY_CODE_POINT; // years have four digits
    }
}
