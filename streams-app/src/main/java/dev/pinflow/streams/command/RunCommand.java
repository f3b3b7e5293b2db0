package dev.pinflow.streams.command;

import dev.pinflow.streams.config.SettingSources;
import dev.pinflow.streams.service.ServiceState;
import dev.pinflow.streams.service.StreamsService;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Runs one instance until SIGTERM, which ends it in good order with exit code 0.",
        footer = {"", "Example:", "  pinflow-streams run --config pinflow-streams.properties --set stream.threads=4"})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions options;

    @Option(
            names = "--print-config",
            description = "Print every setting with its value and origin, secrets hidden, and end.")
    private boolean printConfig;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SettingSources sources = options.sources();
        if (printConfig) {
            PrintWriter out = spec.commandLine().getOut();
            sources.describe().forEach(out::println);
            out.flush();
            sources.configuration();
            return 0;
        }
        try (StreamsService service = StreamsService.start(sources.configuration())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop-on-signal"));
            return service.awaitEnd() == ServiceState.STOPPED ? 0 : failed(service);
        }
    }

    /** A JVM that a signal ends exits with 128 + its number; one that could close in good order has done what it should. */
    private static void stop(StreamsService service) {
        boolean running = service.state() != ServiceState.FAILED;
        service.close();
        if (running) {
            Runtime.getRuntime().halt(service.closedInOrder() ? 0 : 1);
        }
    }

    private int failed(StreamsService service) {
        spec.commandLine()
                .getErr()
                .println("The streams service gave up: " + service.reason().orElse("no reason given")
                        + " The log has the rest.");
        return 1;
    }
}
