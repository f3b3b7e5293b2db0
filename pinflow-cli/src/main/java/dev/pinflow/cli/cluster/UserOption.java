package dev.pinflow.cli.cluster;

import dev.pinflow.contract.Topics;
import picocli.CommandLine.Option;

/** Whose topics a verb works on. */
public final class UserOption {
    /** The id used where none is given: 12 hex digits, as by custom. */
    public static final String DEFAULT_USER_ID = "0123456789ab";

    @Option(
            names = "--user-id",
            paramLabel = "ID",
            description = "The id in the topic names user-<ID>.… (default: the running local stack's, else "
                    + DEFAULT_USER_ID + ").")
    private String userId;

    /** @throws IllegalArgumentException when the id is not usable in topic names */
    public Topics topics(StackOption stack) {
        return new Topics(
                userId != null
                        ? userId
                        : stack.running().map(RunningStack::userId).orElse(DEFAULT_USER_ID));
    }

    /** For the verbs that start a stack of their own. */
    public Topics topicsOfNewStack() {
        return new Topics(userId != null ? userId : DEFAULT_USER_ID);
    }
}
