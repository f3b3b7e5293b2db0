package dev.pinflow.cli.topics;

import picocli.CommandLine.Command;

/** Groups the verbs about topics. */
@Command(
        name = "topics",
        description = "Creates, lists and reads the pipeline's topics.",
        subcommands = {CreateTopicsCommand.class, ListTopicsCommand.class, ReadTopicCommand.class},
        footer = {"", "Example:", "  pinflow topics read user-0123456789ab.pin --max 5"})
public final class TopicsCommand {}
