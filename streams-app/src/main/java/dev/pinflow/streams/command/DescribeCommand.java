package dev.pinflow.streams.command;

import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.service.StreamsService;
import dev.pinflow.streams.topology.TopologyFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        description = "Prints the topologies without connecting to anything.",
        footer = {"", "Example:", "  pinflow-streams describe --user-id 0123456789ab --bootstrap-server none:1"})
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions options;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, mermaid or dot (default: text).")
    private TopologyFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StreamsConfiguration config = options.configuration();
        spec.commandLine().getOut().print(format.render(StreamsService.describe(config)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
