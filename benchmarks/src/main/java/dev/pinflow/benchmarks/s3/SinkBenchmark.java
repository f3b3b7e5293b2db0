package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.stage.Machine;
import dev.pinflow.benchmarks.stage.Plugins;
import dev.pinflow.benchmarks.stage.Progress;
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

    /** For which the objects are known. */
    private static final long MOST_RECORDS = 1_020_000;

    private final Progress progress = new Progress();

    @Option(
            names = "--records",
            defaultValue = "1020000",
            description = "In all six partitions together; a multiple of 60000 up to 1020000.")
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

    private SinkBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SinkBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        requireWholeObjects();
        List<SinkCase> known = new ArrayList<>(SinkCases.all());
        List<SinkCase> cases = chosen(known, names);
        Optional<SinkCase> other = added.toCase();
        other.ifPresent(cases::add);
        other.ifPresent(known::add);
        List<SinkCase> recorded = chosen(known, profiled);
        printHead();
        Comparison<String, SinkFigures> comparison = comparison(cases);
        boolean failed;
        try (SinkStage stage = SinkStage.set(folder, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            List<SinkCase> all = new ArrayList<>(cases);
            all.addAll(recorded);
            stage.feed(all.stream().map(SinkCase::input).collect(Collectors.toSet()), records, progress);
            SinkRounds runs = new SinkRounds(stage, heap, plugins(), records, progress);
            runs.run(cases, rounds, comparison);
            for (SinkCase contender : recorded) {
                runs.profile(contender, recordings);
            }
            failed = runs.failed();
        }
        System.out.println(comparison.table());
        System.out.println(comparison.targets());
        return failed ? 1 : 0;
    }

    /** So that none is left open at the end, for which no sink can be waited. */
    private void requireWholeObjects() {
        long step = Input.TOPICS * Input.PARTITIONS * Expectation.FLUSH_SIZE;
        if (records <= 0 || records > MOST_RECORDS || records % step != 0) {
            throw new ParameterException(
                    command.commandLine(),
                    "--records is %d; choose a multiple of %d up to %d.".formatted(records, step, MOST_RECORDS));
        }
    }

    private void printHead() {
        System.out.printf(
                Locale.ROOT,
                "%s, worker heap %s; %,d records, medians of %d%n",
                Machine.describe(),
                heap,
                records,
                rounds);
    }

    private String plugins() {
        List<String> folders = new ArrayList<>(PLUGIN_PATH);
        folders.addAll(added.plugins());
        return Plugins.path(folders);
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
}
