package dev.pinflow.benchmarks.stage;

import dev.pinflow.stack.kafka.KafkaServer;
import java.nio.file.Path;
import java.util.Map;

/** The broker, in a JVM of its own until it is told to end. Arguments: data folder, port. */
final class BrokerProgram {
    private BrokerProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        KafkaServer broker = new KafkaServer(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                // The gigabytes of a run go before the next one begins.
                Map.of("log.segment.delete.delay.ms", "500"));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
        broker.start();
        Thread.currentThread().join();
    }
}
