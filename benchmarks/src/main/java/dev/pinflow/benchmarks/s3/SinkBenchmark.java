package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.s3.SinkRun.WorkerSettings;
import dev.pinflow.benchmarks.stage.FlightProfile;
import dev.pinflow.benchmarks.stage.Machine;
import dev.pinflow.benchmarks.stage.Plugins;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Compares sinks on one broker and one S3 server: one that drops every record, Pinflow's in several configurations, and
 * any other. Each run is a fresh worker with one task; rounds go through all cases in turn. Results go to standard
 * output, progress to standard error.
 */
@Command(
        name = "SinkBenchmark",
        mixinStandardHelpOptions = true,
        description = "Compares sinks on one Kafka and one S3 server.",
        showDefaultValues = true)
public final class SinkBenchmark implements Callable<Integer> {
    private static final List<String> PLUGIN_PATH = List.of("../s3-sink-connector/target/plugins", "target/plugins");
    private static final int METHODS = 25;

    private final Progress progress = new Progress();

    @Option(
            names = "--records",
            defaultValue = "1020000",
            description = "In all six partitions together; a multiple of 60000.")
    private long records;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each case is run.")
    private int rounds;

    @Option(
            names = "--case",
            split = ",",
            defaultValue = SinkCases.DEFAULT,
            description = "Which cases, comma separated. There are also json-gzip, bytes and null-struct.")
    private List<String> names = List.of();

    @Option(names = "--heap", defaultValue = "2g", description = "The worker's heap at the most.")
    private String heap = "";

    @Option(
            names = "--folder",
            description = "Where data go, instead of memory or, if that lacks room, a temporary folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--profile", split = ",", description = "Runs these cases once more, with the flight recorder on.")
    private List<String> profiled = List.of();

    @Option(names = "--recordings", defaultValue = "target/recordings", description = "Where flight recordings go.")
    private Path recordings = Path.of("");

    @Mixin
    private AddedSink added = new AddedSink();

    @Spec
    private CommandSpec command;

    private boolean failed;

    private SinkBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SinkBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        List<SinkCase> known = new ArrayList<>(SinkCases.all());
        List<SinkCase> cases = chosen(known, names);
        Optional<SinkCase> other = added.toCase();
        other.ifPresent(cases::add);
        other.ifPresent(known::add);
        List<SinkCase> recorded = chosen(known, profiled);
        System.out.printf(
                Locale.ROOT,
                "%s, worker heap %s; %,d records, medians of %d%n",
                Machine.describe(),
                heap,
                records,
                rounds);
        Comparison<String, SinkFigures> comparison = comparison(cases);
        try (SinkStage stage = SinkStage.set(folder, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            List<SinkCase> all = new ArrayList<>(cases);
            all.addAll(recorded);
            stage.feed(all.stream().map(SinkCase::input).collect(Collectors.toSet()), records, progress);
            for (int round = 1; round <= rounds; round++) {
                for (SinkCase contender : cases) {
                    run(stage, contender, Integer.toString(round), List.of())
                            .ifPresent(figures -> comparison.add(contender.name(), figures));
                }
            }
            for (SinkCase contender : recorded) {
                profile(stage, contender);
            }
        }
        System.out.println(comparison.table());
        System.out.println(comparison.targets());
        return failed ? 1 : 0;
    }

    static Comparison<String, SinkFigures> comparison(List<SinkCase> cases) {
        return new Comparison<>(
                cases.stream().map(SinkCase::name).toList(),
                Function.identity(),
                SinkFigures::median,
                SinkFigures.COLUMNS,
                SinkTargets.all());
    }

    private List<SinkCase> chosen(List<SinkCase> known, List<String> wanted) {
        List<SinkCase> cases = new ArrayList<>();
        for (String name : wanted) {
            cases.add(known.stream()
                    .filter(contender -> contender.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> new ParameterException(
                            command.commandLine(),
                            "There is no case %s; choose from %s."
                                    .formatted(
                                            name,
                                            known.stream().map(SinkCase::name).toList()))));
        }
        return cases;
    }

    /** A case that cannot be run does not keep the others from it. */
    private Optional<SinkFigures> run(SinkStage stage, SinkCase contender, String suffix, List<String> jvmOptions)
            throws IOException, InterruptedException {
        List<String> plugins = new ArrayList<>(PLUGIN_PATH);
        plugins.addAll(added.plugins());
        WorkerSettings worker = new WorkerSettings(heap, Plugins.path(plugins), jvmOptions);
        String name = contender.name().replace('+', '-') + "-" + suffix;
        try {
            SinkRun run = new SinkRun(stage, worker, contender, name, records);
            SinkFigures figures = run.measure();
            progress.say(
                    "%s: %,.0f records/s, worker %.1f \u00b5s, task %.1f \u00b5s and %,.0f B; %s",
                    name,
                    figures.recordsPerSecond(),
                    figures.workerMicros(),
                    figures.taskMicros(),
                    figures.taskBytes(),
                    stage.proxy().traffic());
            run.checkObjects();
            return Optional.of(figures);
        } catch (IllegalStateException e) {
            failed = true;
            progress.say("%s: %s", name, e.getMessage().lines().limit(2).toList());
            return Optional.empty();
        }
    }

    private void profile(SinkStage stage, SinkCase contender) throws IOException, InterruptedException {
        String name = contender.name();
        if (run(stage, contender, "recorded", Recording.options(recordings, name))
                .isPresent()) {
            System.out.printf("%n%s, recorded in %s%n", name, Recording.file(recordings, name));
            FlightProfile.print(Recording.file(recordings, name), METHODS, thread -> thread.startsWith("task-thread-"));
        }
    }
}
