package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.StackOption;
import dev.pinflow.cli.console.Failure;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "Stops the running local stack; its data stays.",
        footer = {"", "Example:", "  pinflow down --output target/demo"})
public final class DownCommand implements Callable<Integer> {
    private static final long LIMIT_SECONDS = 60;

    @Mixin
    private StackOption stack;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Optional<ProcessHandle> process = stack.running().flatMap(RunningStack::process);
        if (process.isEmpty()) {
            System.out.println("No stack runs with the output folder " + stack.output() + ".");
            return 0;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure(
                    "The stack's process " + process.get().pid() + " still runs " + LIMIT_SECONDS
                            + " s after it was told to stop: look at the log in "
                            + stack.output().resolve("logs") + ".",
                    e);
        }
        System.out.println("Stopped.");
        return 0;
    }
}
