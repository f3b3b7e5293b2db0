package dev.pinflow.benchmarks.stage;

import dev.pinflow.stack.connect.ConnectServer;
import java.nio.file.Path;
import java.util.Map;

/**
 * A Connect worker with Kafka's own defaults, in a JVM of its own until it is told to end. Arguments: brokers, plugin
 * path, a folder for secrets, REST port, name of its group.
 */
public final class WorkerProgram {
    private WorkerProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        String group = arguments[4];
        ConnectServer worker = new ConnectServer(
                arguments[0],
                Path.of(arguments[2]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                Map.of(
                        "plugin.path",
                        arguments[1],
                        "group.id",
                        group,
                        "config.storage.topic",
                        group + ".configs",
                        "offset.storage.topic",
                        group + ".offsets",
                        "status.storage.topic",
                        group + ".status",
                        "exactly.once.source.support",
                        "disabled",
                        "offset.flush.interval.ms",
                        "60000"));
        worker.start();
        Thread.currentThread().join();
    }
}
