package dev.pinflow.streams.command;

import dev.pinflow.streams.service.StreamsService;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Says whether the service could start: the topics, their sizes and partitions, the schemas, the"
                + " serde. Changes nothing; exits with 1 when something is missing.",
        footer = {"", "Example:", "  pinflow-streams check --config pinflow-streams.properties"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> problems = StreamsService.check(options.configuration());
        problems.forEach(spec.commandLine().getOut()::println);
        if (problems.isEmpty()) {
            spec.commandLine().getOut().println("Ready: the service can start.");
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
