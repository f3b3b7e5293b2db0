package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Finds the local stack that a verb works with when no address of a real cluster is given. */
public final class StackOption {
    /** Where {@code demo} and {@code up} put everything unless told otherwise. */
    public static final String DEFAULT_OUTPUT = "target/demo";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = DEFAULT_OUTPUT,
            description = "Folder of the running local stack whose servers are used where no address is given"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path output;

    public Path output() {
        return output;
    }

    public Optional<RunningStack> running() {
        return RunningStack.find(output);
    }

    /** The given value, else the running stack's, else a failure that names the option to use. */
    public String valueOf(String given, String option, Function<RunningStack, String> address) {
        if (given != null) {
            return given;
        }
        return running()
                .map(address)
                .orElseThrow(() -> new Failure("No local stack runs with the output folder " + output + ": give "
                        + option + ", or start one with 'pinflow up' or 'pinflow demo --keep-running'."));
    }
}
