package dev.pinflow.streams.command;

import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.reset.ApplicationReset;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "reset",
        description = {
            "Forgets how far an application has come, so that it begins anew. Every instance must be stopped.",
            "The answers are then counted again from the curated topics. The cleaning cleans every raw record again and"
                    + " writes it beside what is there: use it only with fresh curated and rejected topics."
        },
        footer = {"", "Example:", "  pinflow-streams reset --app answers --dry-run --config pinflow-streams.properties"
        })
final class ResetCommand implements Callable<Integer> {
    /** What can be reset alone. */
    enum App {
        CLEANING,
        ANSWERS,
        ALL
    }

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--app", paramLabel = "APP", required = true, description = "cleaning, answers or all.")
    private App app;

    @Option(names = "--dry-run", description = "Only say what would be forgotten.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (dryRun == yes) {
            throw new ParameterException(spec.commandLine(), "Give --dry-run to see what would go, or --yes to do it.");
        }
        StreamsConfiguration config = options.configuration();
        PrintWriter out = spec.commandLine().getOut();
        List<ApplicationReset> resets = new ArrayList<>();
        try {
            if (app != App.ANSWERS) {
                resets.add(ApplicationReset.ofCleaning(config));
            }
            if (app != App.CLEANING) {
                resets.add(ApplicationReset.ofAnswers(config));
            }
            // All are looked at first: a running instance of one keeps both as they are.
            resets.forEach(reset -> reset.plan().forEach(out::println));
            if (yes) {
                resets.forEach(ApplicationReset::run);
                out.println("Done: the next start begins anew.");
            }
            out.flush();
            return 0;
        } finally {
            resets.forEach(ApplicationReset::close);
        }
    }
}
