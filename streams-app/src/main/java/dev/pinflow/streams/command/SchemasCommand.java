package dev.pinflow.streams.command;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.schemas.SchemaFinding;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "schemas",
        description = "Registers, checks or prints the curated schemas.",
        footer = {"", "Example:", "  pinflow-streams schemas register --config pinflow-streams.properties"})
final class SchemasCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "register",
            description = "Registers the schemas that are missing; refuses when one cannot read older versions.",
            footer = {"", "Example:", "  pinflow-streams schemas register --config pinflow-streams.properties"})
    int register(@Mixin ConfigurationOptions options) {
        StreamsConfiguration config = options.configuration();
        registration(config)
                .register(config.topics())
                .forEach(schema -> out().println(schema.subject() + " has id " + schema.id()));
        return 0;
    }

    @Command(
            name = "check",
            description = "Says of each schema whether it is registered, new, compatible or incompatible; changes"
                    + " nothing, and exits with 1 unless all are registered.",
            footer = {"", "Example:", "  pinflow-streams schemas check --config pinflow-streams.properties"})
    int check(@Mixin ConfigurationOptions options) {
        StreamsConfiguration config = options.configuration();
        List<SchemaFinding> findings = registration(config).check(config.topics());
        findings.forEach(finding -> out().println(finding));
        return findings.stream().allMatch(finding -> finding.state() == SchemaFinding.State.REGISTERED) ? 0 : 1;
    }

    @Command(
            name = "print",
            description = "Prints the three schemas, one a line.",
            footer = {"", "Example:", "  pinflow-streams schemas print"})
    int print() {
        for (Entity entity : Entity.values()) {
            out().println(CuratedSchemas.of(entity));
        }
        return 0;
    }

    private static SchemaRegistration registration(StreamsConfiguration config) {
        return new SchemaRegistration(
                config.confluentApi(), config.registryLogin().authorization());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
