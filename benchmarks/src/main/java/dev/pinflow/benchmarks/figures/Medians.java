package dev.pinflow.benchmarks.figures;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what several runs measured. */
public final class Medians {
    private Medians() {}

    /** Of an even number of runs, the mean of the middle two. */
    public static <F> double of(List<F> runs, ToDoubleFunction<F> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
