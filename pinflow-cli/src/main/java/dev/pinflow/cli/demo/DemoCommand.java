package dev.pinflow.cli.demo;

import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.cli.seed.PostSource;
import dev.pinflow.cli.up.LocalStack;
import dev.pinflow.cli.up.NewStackOutput;
import dev.pinflow.cli.up.NextSteps;
import dev.pinflow.cli.up.OutputFolder;
import dev.pinflow.cli.up.PortOptions;
import dev.pinflow.cli.up.Stack;
import dev.pinflow.contract.Topics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Runs the whole pipeline on this machine: database, source connector, Kafka, cleaning, S3 sinks,"
                + " Spark reports; and proves that nothing was lost.",
        footer = {"", "Example:", "  pinflow demo --posts 2000 --output out"})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--posts", paramLabel = "N", description = "Posts to emit (default: 11154, or all rows of --data).")
    private Integer posts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "100",
            description = "Seed of the sample rows and of --mode sample (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "sweep",
            description = "sweep: each row once; sample: seeded, with replacement; classic: the classic emulator's own"
                    + " sequence (default: ${DEFAULT-VALUE}).")
    private String mode;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with pin.jsonl, geo.jsonl and user.jsonl to load instead of generated rows.")
    private Path data;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "Posts a second (default: as fast as possible).")
    private double rate;

    @Mixin
    private NewStackOutput output;

    @Option(
            names = "--keep-running",
            description = "Leave everything running at the end, until Ctrl-C or 'pinflow down'.")
    private boolean keepRunning;

    @Mixin
    private UserOption user;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws Exception {
        DemoPlan plan = plan();
        Topics topics = user.topicsOfNewStack();
        Progress progress = Progress.onStandardError();
        PostSource rows = rows(plan);
        Timings timings = new Timings();
        OutputFolder folder = OutputFolder.lock(output.folder());
        try (Stack stack = new Stack(folder)) {
            if (folder.isUsed()) {
                progress.line("Removing what an earlier run left in " + output.folder());
            }
            folder.clean();
            progress.line("Servers");
            LocalStack local =
                    timings.measure("servers", () -> LocalStack.start(stack, folder, topics, ports, progress));
            boolean balanced = new Demo(local, topics, plan, timings, progress).run(rows);
            if (keepRunning) {
                local.announce();
                System.out.print(NextSteps.text(local.addresses(), output.folder()));
                System.out.flush();
                new CountDownLatch(1).await();
            }
            return balanced ? 0 : 1;
        }
    }

    /** Checks the files of --data before anything is started. */
    private static PostSource rows(DemoPlan plan) {
        return plan.data()
                .map(PostSource::folder)
                .orElseGet(() -> PostSource.sample(new SamplePosts(plan.seed(), plan.rows())));
    }

    private DemoPlan plan() {
        try {
            return DemoPlan.of(mode, Optional.ofNullable(posts), seed, Optional.ofNullable(data), rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
