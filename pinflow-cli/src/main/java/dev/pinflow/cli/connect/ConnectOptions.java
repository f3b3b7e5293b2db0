package dev.pinflow.cli.connect;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.StackOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a verb reaches the Connect worker. */
final class ConnectOptions {
    @Mixin
    private StackOption stack;

    @Option(
            names = "--connect-url",
            paramLabel = "URL",
            description = "REST API of the Connect worker (default: the running local stack's).")
    private String connectUrl;

    StackOption stack() {
        return stack;
    }

    ConnectRest rest() {
        return new ConnectRest(stack.valueOf(connectUrl, "--connect-url", RunningStack::connectUrl));
    }
}
