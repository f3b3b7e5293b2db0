package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.stage.Machine;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Compares the cleaning with what Kafka Streams and the serde cost without it, on one broker, and then the rules alone
 * with a bare parse and encode. Results go to standard output, progress to standard error.
 */
@Command(
        name = "StreamsBenchmark",
        mixinStandardHelpOptions = true,
        description = "Compares the streams service's cleaning with topologies and loops that clean nothing.",
        showDefaultValues = true)
public final class StreamsBenchmark implements Callable<Integer> {
    private static final Topics TOPICS = new Topics("benchmark");

    private final Progress progress = new Progress();

    private enum Choice {
        CLEANING,
        PREBUILT,
        RULES
    }

    @Option(
            names = "--case",
            split = ",",
            defaultValue = "cleaning,prebuilt,rules",
            description = "Which cases, comma separated: ${COMPLETION-CANDIDATES}.")
    private List<Choice> cases = List.of();

    @Option(names = "--records", defaultValue = "600000", description = "In the three raw topics together.")
    private int records;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each case is run; forks of the rules.")
    private int rounds;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads of the process.")
    private int threads;

    @Option(names = "--heap", defaultValue = "1g", description = "The process's heap at the most.")
    private String heap = "";

    @Option(
            names = "--folder",
            description = "Where data go, instead of memory or, if that lacks room, a temporary folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--profile", split = ",", description = "Runs these cases once more, with the flight recorder on.")
    private List<StreamsCase> profiled = List.of();

    @Option(names = "--recordings", defaultValue = "target/recordings", description = "Where flight recordings go.")
    private Path recordings = Path.of("");

    @Spec
    private CommandSpec command;

    private StreamsBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamsBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException, RunnerException {
        if (records < Entity.values().length) {
            throw new ParameterException(command.commandLine(), "--records is " + records + "; choose 3 or more.");
        }
        System.out.printf(
                Locale.ROOT,
                "%s, heap %s, %d stream threads; %,d records, medians of %d%n%n",
                Machine.describe(),
                heap,
                threads,
                records,
                rounds);
        List<StreamsCase> topologies = topologies();
        if (!topologies.isEmpty() || !profiled.isEmpty()) {
            measureTopologies(topologies);
        }
        if (cases.contains(Choice.RULES)) {
            Comparison<String, RulesFigures> rules = CleaningRules.comparison();
            CleaningRules.run(rounds, rules);
            print(rules);
        }
        return 0;
    }

    private List<StreamsCase> topologies() {
        List<StreamsCase> topologies = new ArrayList<>();
        if (cases.contains(Choice.CLEANING)) {
            topologies.add(StreamsCase.CLEANING);
        }
        if (cases.contains(Choice.PREBUILT)) {
            topologies.add(StreamsCase.PREBUILT);
        }
        return topologies;
    }

    private void measureTopologies(List<StreamsCase> topologies)
            throws IOException, ExecutionException, InterruptedException {
        Comparison<StreamsCase, StreamsFigures> comparison = CleaningThroughput.comparison();
        try (StreamsStage stage = StreamsStage.set(folder, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            RawPosts posts = new RawPosts(TOPICS, records / Entity.values().length);
            posts.write(stage.brokers());
            stage.register(TOPICS);
            progress.say("the raw topics hold %,d records", posts.records());
            CleaningThroughput runs = new CleaningThroughput(stage, posts, heap, threads, progress);
            runs.run(topologies, rounds, comparison);
            for (StreamsCase contender : profiled) {
                runs.profile(contender, recordings);
            }
        }
        print(comparison);
    }

    private static void print(Comparison<?, ?> comparison) {
        System.out.println(comparison.table());
        System.out.println(comparison.targets());
    }
}
