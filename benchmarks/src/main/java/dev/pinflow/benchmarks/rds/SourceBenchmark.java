package dev.pinflow.benchmarks.rds;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.stage.Machine;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares sources on one database and one broker: Debezium's snapshot, Pinflow's connector, the least that Connect
 * costs, a bare loop and reading alone. Each run is a fresh JVM; rounds go through all cases in turn. Results go to
 * standard output, progress to standard error.
 */
@Command(
        name = "SourceBenchmark",
        mixinStandardHelpOptions = true,
        description = "Compares sources on one MariaDB and one Kafka.",
        showDefaultValues = true)
public final class SourceBenchmark implements Callable<Integer> {
    private final Progress progress = new Progress();
    private final Comparison<SourceCase, Figures> comparison = comparison();

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows in each of the three tables.")
    private long rows;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each case is run.")
    private int rounds;

    @Option(names = "--cases", split = ",", description = "Which cases, comma separated: ${COMPLETION-CANDIDATES}.")
    private List<SourceCase> cases = Arrays.asList(SourceCase.values());

    @Option(names = "--data", description = "Keeps the database in this folder, for the next time.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--jfr", description = "Records each run with the flight recorder, into this folder.")
    private Optional<Path> recordings = Optional.empty();

    private boolean failed;

    private SourceBenchmark() {}

    static Comparison<SourceCase, Figures> comparison() {
        return new Comparison<>(
                Arrays.asList(SourceCase.values()),
                SourceCase::title,
                Figures::median,
                Figures.COLUMNS,
                SourceTargets.all());
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SourceBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        System.out.printf(Locale.ROOT, "%s; 3 x %,d rows, medians of %d%n", Machine.describe(), rows, rounds);
        try (Stage stage = new Stage(data, rows)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            stage.set(progress);
            for (int round = 1; round <= rounds; round++) {
                for (SourceCase contender : cases) {
                    measure(stage, contender, round);
                }
            }
        }
        System.out.println(comparison.table());
        System.out.println(comparison.targets());
        return failed ? 1 : 0;
    }

    /** A case that cannot be run does not keep the others from it. */
    private void measure(Stage stage, SourceCase contender, int round) throws IOException, InterruptedException {
        String name =
                "%s-%d".formatted(contender.name().toLowerCase(Locale.ROOT).replace('_', '-'), round);
        try {
            Figures figures = contender.run(new Run(stage, name, recording(name)));
            comparison.add(contender, figures);
            progress.say(
                    "%s: %,.0f records/s, %.1f \u00b5s, %.0f bytes",
                    name, figures.recordsPerSecond(), figures.cpuMicros(), figures.bytes());
        } catch (IllegalStateException | ExecutionException e) {
            failed = true;
            progress.say("%s: %s", name, e.getMessage().lines().limit(2).toList());
        }
    }

    private List<String> recording(String name) throws IOException {
        return recordings.isEmpty() ? List.of() : Recording.options(recordings.get(), name);
    }
}
