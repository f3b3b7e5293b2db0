package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.figures.Column;
import dev.pinflow.benchmarks.figures.Medians;
import java.util.List;

/**
 * What was measured of a run, from its first curated record to its last.
 *
 * @param recordsPerSecond of wall time
 * @param cpuMicros CPU time of the process per record, all its threads, JIT compiler and garbage collector included
 * @param allocated bytes per record, by all threads
 */
record StreamsFigures(double recordsPerSecond, double cpuMicros, double allocated) {
    static final List<Column<StreamsFigures>> COLUMNS = List.of(
            Column.of("records/s", "%,.0f", StreamsFigures::recordsPerSecond),
            Column.of("CPU \u00b5s/record", "%.1f", StreamsFigures::cpuMicros),
            Column.of("allocated B/record", "%,.0f", StreamsFigures::allocated));

    /** The median of each figure on its own. */
    static StreamsFigures median(List<StreamsFigures> runs) {
        return new StreamsFigures(
                Medians.of(runs, StreamsFigures::recordsPerSecond),
                Medians.of(runs, StreamsFigures::cpuMicros),
                Medians.of(runs, StreamsFigures::allocated));
    }

    /** One line that {@link #parse} reads. */
    String line() {
        return recordsPerSecond + " " + cpuMicros + " " + allocated;
    }

    static StreamsFigures parse(String line) {
        String[] figures = line.split(" ", -1);
        return new StreamsFigures(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }
}
