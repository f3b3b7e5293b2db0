package dev.pinflow.benchmarks.rds;

import dev.pinflow.benchmarks.stage.ConnectRest;
import dev.pinflow.benchmarks.stage.JavaProgram;
import dev.pinflow.benchmarks.stage.Plugins;
import dev.pinflow.benchmarks.stage.WorkerProgram;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * One run of one case, in a JVM of its own.
 *
 * @param name unique among the runs on the stage; topics and files are called after it
 * @param recording options that switch a flight recording on, or none
 */
record Run(Stage stage, String name, List<String> recording) {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String HEAP = "2g";
    private static final Duration READ_LIMIT = Duration.ofMinutes(10);
    /** Where the build puts plugins, seen from this module's folder, in which benchmarks are run. */
    private static final List<String> PLUGIN_PATH = List.of("../rds-source-connector/target/plugins", "target/plugins");

    /** A connector in a worker, writing to topics with these endings. */
    Figures connector(Map<String, String> options, List<String> endings)
            throws IOException, InterruptedException, ExecutionException {
        int port = LocalPort.free();
        List<String> arguments = List.of(
                stage.brokers(),
                Plugins.path(PLUGIN_PATH),
                stage.path(".").toString(),
                Integer.toString(port),
                name + "-worker");
        ConnectRest worker = new ConnectRest(port);
        return written(endings, WorkerProgram.class, arguments, (child, measurement) -> {
            ChildAnswer.await("the worker", child, START_LIMIT, worker::isHealthy);
            worker.deploy(name, options);
            return measurement.take(() -> worker.requireRunning(name));
        });
    }

    /** The bare loop, writing to one topic a table. */
    Figures bareLoop() throws IOException, InterruptedException, ExecutionException {
        List<String> arguments = new ArrayList<>(List.of(stage.brokers(), name));
        arguments.addAll(stage.database().arguments());
        List<String> endings =
                Arrays.stream(PostTable.values()).map(PostTable::shortName).toList();
        return written(endings, BareLoop.class, arguments, (child, measurement) -> measurement.take(() -> {}));
    }

    /** Reading alone, which measures itself. */
    Figures read() throws IOException, InterruptedException {
        Path result = stage.path(name + ".txt");
        List<String> arguments = new ArrayList<>(List.of(result.toString()));
        arguments.addAll(stage.database().arguments());
        try (ChildProcess child = start(TableRead.class, arguments)) {
            if (child.waitFor(READ_LIMIT).orElse(-1) != 0) {
                throw new IllegalStateException("reading failed: " + child.tail(3));
            }
        }
        String[] figures = Files.readString(result).split(" ", -1);
        return new Figures(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), 0);
    }

    private ChildProcess start(Class<?> program, List<String> arguments) {
        return JavaProgram.underTest(stage.path(name + ".log"), HEAP, recording, program, arguments)
                .start();
    }

    private interface Way {
        Figures measure(ChildProcess child, Measurement measurement)
                throws IOException, InterruptedException, ExecutionException;
    }

    private Figures written(List<String> endings, Class<?> program, List<String> arguments, Way way)
            throws IOException, InterruptedException, ExecutionException {
        List<String> names = endings.stream().map(ending -> name + "." + ending).toList();
        try (TopicWatch topics = TopicWatch.create(stage.brokers(), names)) {
            try (ChildProcess child = start(program, arguments)) {
                long expected = stage.database().rows() * PostTable.values().length;
                return way.measure(child, new Measurement(child, topics, expected));
            } finally {
                topics.deleteAll();
            }
        }
    }
}
