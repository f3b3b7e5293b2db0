package dev.pinflow.cli.seed;

import dev.pinflow.cli.console.Gauge;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.cli.sample.SamplePosts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pinflow seed}: the rows per table on stdout, progress on stderr. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = "Loads sample posts, or your own rows, into the three source tables of a MySQL database.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all rows are loaded", "1:nothing is loaded; stderr says why", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  pinflow seed --jdbc-url jdbc:mysql://localhost:3306/pinterest_data --user app --password",
            "  pinflow seed --credentials db_creds.yaml --posts 1000 --seed 7",
            "  pinflow seed --credentials db_creds.yaml --data my-rows --replace"
        })
public final class SeedCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Progress progress = Progress.onStandardError();
    private final Map<SourceTable, Gauge> gauges = new EnumMap<>(SourceTable.class);

    @Spec
    private CommandSpec spec;

    @Mixin
    private AccessOptions accessOptions;

    @Option(
            names = "--posts",
            paramLabel = "N",
            description = "How many posts to generate; by default " + SamplePosts.FULL_COUNT + ".")
    private Optional<Integer> posts = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same number gives the same posts; by default " + SamplePosts.DEFAULT_SEED + ".")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Loads pin.jsonl, geo.jsonl and user.jsonl of this folder instead, one row a line.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--replace", description = "Empties the three tables first.")
    private boolean replace;

    public SeedCommand() {
        this(System.getenv());
    }

    /** Visible for testing. */
    SeedCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            DatabaseAccess access = accessOptions.access(environment);
            DatabaseSeeder seeder = new DatabaseSeeder(access, this::show);
            ExistingRows existing = replace ? ExistingRows.EMPTY_FIRST : ExistingRows.KEEP_OUT_OF_OTHERS;
            Map<SourceTable, Long> loaded = seeder.load(source(), existing);
            progress.finish(List.copyOf(gauges.values()));
            PrintWriter out = spec.commandLine().getOut();
            loaded.forEach((table, rows) -> out.println(table.tableName() + ": " + rows + " rows"));
            return 0;
        } catch (WrongUsageException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (SeedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private PostSource source() {
        if (data.isPresent()) {
            if (posts.isPresent() || seed.isPresent()) {
                throw new WrongUsageException("Give either --data or --posts and --seed, not both.");
            }
            return PostSource.folder(data.get());
        }
        try {
            return PostSource.sample(
                    new SamplePosts(seed.orElse(SamplePosts.DEFAULT_SEED), posts.orElse(SamplePosts.FULL_COUNT)));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--posts: " + e.getMessage());
        }
    }

    private void show(SourceTable table, long done, long total) {
        gauges.put(table, new Gauge(table.tableName(), done, total));
        progress.show(List.copyOf(gauges.values()));
    }
}
