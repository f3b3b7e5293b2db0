package dev.pinflow.benchmarks.rds;

import dev.pinflow.benchmarks.figures.Column;
import dev.pinflow.benchmarks.figures.Medians;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of a run, from its first record to its last.
 *
 * @param recordsPerSecond of wall time
 * @param cpuMicros CPU time of the process under test, all its threads, JIT compiler and garbage collector included, per
 *     record
 * @param bytes of the topics' logs per record, keys, headers and framing included; 0 if nothing was written
 */
record Figures(double recordsPerSecond, double cpuMicros, double bytes) {
    static final List<Column<Figures>> COLUMNS = List.of(
            Column.of("records/s", "%,.0f", Figures::recordsPerSecond),
            Column.of("CPU \u00b5s/record", "%.1f", Figures::cpuMicros),
            new Column<>(
                    "bytes/record",
                    figures -> figures.bytes() == 0 ? "" : String.format(Locale.ROOT, "%.0f", figures.bytes())));

    /** The median of each figure on its own; of an even number of runs, the mean of the middle two. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                Medians.of(runs, Figures::recordsPerSecond),
                Medians.of(runs, Figures::cpuMicros),
                Medians.of(runs, Figures::bytes));
    }
}
