package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.contract.Topics;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts the servers, topics, schemas, the streams service, the ingest gateway and the sinks, and"
                + " leaves them running until Ctrl-C or 'pinflow down'. Data of an earlier 'up' are used again.",
        footer = {"", "Example:", "  pinflow up --output stack --kafka-port 9092 --connect-port 8083"})
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private NewStackOutput output;

    @Option(names = "--clean", description = "Begin with empty servers.")
    private boolean clean;

    @Mixin
    private UserOption user;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws InterruptedException {
        Topics topics = user.topicsOfNewStack();
        Progress progress = Progress.onStandardError();
        OutputFolder folder = OutputFolder.lock(output.folder());
        try (Stack stack = new Stack(folder)) {
            if (clean) {
                folder.clean();
            }
            LocalStack local = LocalStack.start(stack, folder, topics, ports, progress);
            local.pipeline().deploySinks();
            local.announce();
            System.out.print(NextSteps.text(local.addresses(), output.folder()));
            System.out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
