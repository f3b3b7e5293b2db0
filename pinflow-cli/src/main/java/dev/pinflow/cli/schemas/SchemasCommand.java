package dev.pinflow.cli.schemas;

import picocli.CommandLine.Command;

/** Groups the verbs about the curated topics' schemas. */
@Command(
        name = "schemas",
        description = "Registers, checks and prints the schemas of the curated topics.",
        subcommands = {RegisterCommand.class, CheckCommand.class, PrintCommand.class},
        footer = {"", "Example:", "  pinflow schemas check --registry-url http://registry:8080"})
public final class SchemasCommand {}
