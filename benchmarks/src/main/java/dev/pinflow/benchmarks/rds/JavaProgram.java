package dev.pinflow.benchmarks.rds;

import dev.pinflow.stack.process.ChildCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A program of this module in a fresh JVM, with the options that Kafka's own start scripts give. */
final class JavaProgram {
    private static final List<String> KAFKA_OPTIONS = List.of(
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true",
            "-Dlog4j2.configurationFile=classpath:dev/pinflow/benchmarks/rds/child-log4j2.xml");
    private static final List<String> BROKER_HEAP = List.of("-Xms1g", "-Xmx1g");
    private static final List<String> WORKER_HEAP = List.of("-Xms256m", "-Xmx2g");

    private JavaProgram() {}

    static ChildCommand broker(Path log, Class<?> program, Collection<String> arguments) {
        return command(BROKER_HEAP, program, arguments).log(log);
    }

    /** @param recording options that switch a flight recording on, or none */
    static ChildCommand underTest(
            Path log, Collection<String> recording, Class<?> program, Collection<String> arguments) {
        List<String> options = new ArrayList<>(WORKER_HEAP);
        options.addAll(recording);
        return command(options, program, arguments).log(log);
    }

    private static ChildCommand command(List<String> options, Class<?> program, Collection<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(KAFKA_OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(arguments);
        return ChildCommand.of(command);
    }
}
