package dev.pinflow.cli.rejected;

import picocli.CommandLine.Command;

/** Groups the verbs about rejected records. */
@Command(
        name = "rejected",
        description = "Shows rejected records and writes them to their raw topics again.",
        subcommands = {ListRejectedCommand.class, ReplayCommand.class},
        footer = {"", "Example:", "  pinflow rejected list --summary"})
public final class RejectedCommand {}
