package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.stage.ConnectRest;
import dev.pinflow.benchmarks.stage.JavaProgram;
import dev.pinflow.benchmarks.stage.WorkerProgram;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of one case, in a worker of its own.
 *
 * @param name unique among the runs on the stage; connector and files are called after it
 * @param records how many all partitions of {@link Input#EVENTS} hold together
 */
record SinkRun(SinkStage stage, WorkerSettings worker, SinkCase contender, String name, long records) {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String BUCKET = "benchmark";

    /**
     * How workers are started.
     *
     * @param heap its most, as {@code -Xmx} takes it
     * @param plugins the worker's {@code plugin.path}
     * @param jvmOptions more of them, such as those that switch a flight recording on
     */
    record WorkerSettings(String heap, String plugins, List<String> jvmOptions) {}

    SinkFigures measure() throws IOException, InterruptedException {
        stage.store().makeEmpty(BUCKET);
        Traffic traffic = stage.proxy().begin(contender.delay());
        int port = LocalPort.free();
        ConnectRest rest = new ConnectRest(port);
        List<String> arguments = List.of(
                stage.brokers(),
                worker.plugins(),
                stage.path(".").toString(),
                Integer.toString(port),
                name + "-worker");
        try (ChildProcess child = JavaProgram.underTest(
                        stage.path(name + ".log"), worker.heap(), worker.jvmOptions(), WorkerProgram.class, arguments)
                .start()) {
            ChildAnswer.await("the worker", child, START_LIMIT, rest::isHealthy);
            try (TaskWatch task = TaskWatch.attach(child.pid(), name)) {
                rest.deploy(name, options());
                return new SinkMeasurement(contender, child, rest, task, traffic).take(name, perPartition());
            }
        }
    }

    private long perPartition() {
        return contender.input().perPartition(records);
    }

    /** Compares what the run has stored with what it should have. */
    void checkObjects() {
        Map<String, String> stored = stage.store().contents(BUCKET);
        contender.expectation().check(stored, contender.input(), perPartition());
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("tasks.max", "1");
        options.put("topics", String.join(",", contender.input().topics()));
        options.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        contender.options().forEach((key, value) -> options.put(key, filledIn(value)));
        return options;
    }

    private String filledIn(String value) {
        return value.replace("{endpoint}", stage.proxy().address())
                .replace("{bucket}", BUCKET)
                .replace("{access-key}", stage.store().accessKey())
                .replace("{secret-key}", stage.store().secretKey());
    }
}
