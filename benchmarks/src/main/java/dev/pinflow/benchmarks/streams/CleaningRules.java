package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.contract.CleaningBenchmark;
import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.figures.Target;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@link CleaningBenchmark} under JMH, each fork a run. */
final class CleaningRules {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String CLEAN = "cleanAndEncode";
    private static final String LOOP = "parseAndEncode";

    private CleaningRules() {}

    static Comparison<String, RulesFigures> comparison() {
        return new Comparison<>(
                List.of(CLEAN, LOOP),
                Function.identity(),
                RulesFigures::median,
                RulesFigures.COLUMNS,
                List.of(
                        target("clean and encode a pin: records/s, of the bare loop's", 0.7),
                        target("the same, as a stretch", 1)));
    }

    private static Target<String, RulesFigures> target(String title, double limit) {
        return Target.ratio(title, limit, true, CLEAN, LOOP, RulesFigures::recordsPerSecond);
    }

    /** JMH's own output goes to standard error. */
    static void run(int forks, Comparison<String, RulesFigures> comparison) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(CleaningBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .forks(forks)
                .build();
        for (RunResult result :
                new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL)).run()) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                comparison.add(result.getPrimaryResult().getLabel(), figures(fork));
            }
        }
    }

    private static RulesFigures figures(BenchmarkResult fork) {
        return new RulesFigures(
                fork.getPrimaryResult().getScore(),
                fork.getSecondaryResults().get(ALLOCATED).getScore());
    }
}
