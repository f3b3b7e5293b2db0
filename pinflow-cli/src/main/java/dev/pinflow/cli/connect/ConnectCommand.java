package dev.pinflow.cli.connect;

import picocli.CommandLine.Command;

/** Groups the verbs about connectors. */
@Command(
        name = "connect",
        description = "Deploys connector files to a Kafka Connect worker and shows how the connectors do.",
        subcommands = {ApplyCommand.class, StatusCommand.class, DeleteCommand.class},
        footer = {"", "Example:", "  pinflow connect apply connector-configs/rds-source.json"})
public final class ConnectCommand {}
