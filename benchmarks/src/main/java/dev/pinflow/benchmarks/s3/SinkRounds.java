package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.s3.SinkRun.WorkerSettings;
import dev.pinflow.benchmarks.stage.FlightProfile;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The runs of one invocation. A case that cannot be run does not keep the others from it. */
final class SinkRounds {
    private static final int METHODS = 25;

    private final SinkStage stage;
    private final String heap;
    private final String plugins;
    private final long records;
    private final Progress progress;
    private boolean failed;

    /**
     * @param heap the workers', as {@code -Xmx} takes it
     * @param plugins the workers' {@code plugin.path}
     * @param records in all partitions together
     */
    SinkRounds(SinkStage stage, String heap, String plugins, long records, Progress progress) {
        this.stage = stage;
        this.heap = heap;
        this.plugins = plugins;
        this.records = records;
        this.progress = progress;
    }

    /** Goes through all cases in turn. */
    void run(List<SinkCase> cases, int rounds, Comparison<String, SinkFigures> comparison)
            throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (SinkCase contender : cases) {
                run(contender, Integer.toString(round), List.of())
                        .ifPresent(figures -> comparison.add(contender.name(), figures));
            }
        }
    }

    /** Runs a case with the flight recorder on, and prints where its task's time goes. */
    void profile(SinkCase contender, Path recordings) throws IOException, InterruptedException {
        String name = contender.name();
        if (run(contender, "recorded", Recording.options(recordings, name)).isPresent()) {
            Path file = Recording.file(recordings, name);
            System.out.printf("%n%s, recorded in %s%n", name, file);
            FlightProfile.print(file, METHODS, "WorkerSinkTask.execute");
        }
    }

    /** Whether any run failed. */
    boolean failed() {
        return failed;
    }

    private Optional<SinkFigures> run(SinkCase contender, String suffix, List<String> jvmOptions)
            throws IOException, InterruptedException {
        String name = contender.name().replace('+', '-') + "-" + suffix;
        try {
            SinkRun run = new SinkRun(stage, new WorkerSettings(heap, plugins, jvmOptions), contender, name, records);
            SinkFigures figures = run.measure();
            progress.say("%s: %s; %s", name, describe(figures), stage.proxy().traffic());
            run.checkObjects();
            return Optional.of(figures);
        } catch (IllegalStateException e) {
            failed = true;
            progress.say("%s: %s", name, e.getMessage().lines().limit(2).toList());
            return Optional.empty();
        }
    }

    private static String describe(SinkFigures figures) {
        return String.format(
                Locale.ROOT,
                "%,.0f records/s, worker %.1f \u00b5s, task %.1f \u00b5s and %,.0f B",
                figures.recordsPerSecond(),
                figures.workerMicros(),
                figures.taskMicros(),
                figures.taskBytes());
    }
}
