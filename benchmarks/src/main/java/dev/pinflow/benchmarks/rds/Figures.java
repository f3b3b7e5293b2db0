package dev.pinflow.benchmarks.rds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of a run, from its first record to its last.
 *
 * @param recordsPerSecond of wall time
 * @param cpuMicros CPU time of the process under test, all its threads, JIT compiler and garbage collector included, per
 *     record
 * @param bytes of the topics' logs per record, keys, headers and framing included; 0 if nothing was written
 */
record Figures(double recordsPerSecond, double cpuMicros, double bytes) {
    /** The median of each figure on its own; of an even number of runs, the mean of the middle two. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                median(runs, Figures::recordsPerSecond),
                median(runs, Figures::cpuMicros),
                median(runs, Figures::bytes));
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
