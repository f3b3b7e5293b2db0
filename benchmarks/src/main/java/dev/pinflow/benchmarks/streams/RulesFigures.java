package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.figures.Column;
import dev.pinflow.benchmarks.figures.Medians;
import java.util.List;

/**
 * What JMH measured of one fork.
 *
 * @param recordsPerSecond on one thread
 * @param allocated bytes per record
 */
record RulesFigures(double recordsPerSecond, double allocated) {
    static final List<Column<RulesFigures>> COLUMNS = List.of(
            Column.of("records/s", "%,.0f", RulesFigures::recordsPerSecond),
            Column.of("allocated B/record", "%,.0f", RulesFigures::allocated));

    static RulesFigures median(List<RulesFigures> runs) {
        return new RulesFigures(
                Medians.of(runs, RulesFigures::recordsPerSecond), Medians.of(runs, RulesFigures::allocated));
    }
}
