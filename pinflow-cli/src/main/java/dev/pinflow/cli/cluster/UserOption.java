package dev.pinflow.cli.cluster;

import dev.pinflow.contract.Topics;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws ParameterException when the id is not usable in topic names */
    public Topics topics(StackOption stack) {
        return userId != null
                ? checked(userId)
                : checked(stack.running().map(RunningStack::userId).orElse(DEFAULT_USER_ID));
    }

    /**
     * For the verbs that start a stack of their own.
     *
     * @throws ParameterException when the id is not usable in topic names
     */
    public Topics topicsOfNewStack() {
        return checked(userId != null ? userId : DEFAULT_USER_ID);
    }

    private Topics checked(String id) {
        try {
            return new Topics(id);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
