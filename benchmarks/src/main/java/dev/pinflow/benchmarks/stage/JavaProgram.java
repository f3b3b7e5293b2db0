package dev.pinflow.benchmarks.stage;

import dev.pinflow.stack.process.ChildCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A program of this module in a fresh JVM, with the options that Kafka's own start scripts give. */
public final class JavaProgram {
    private static final List<String> KAFKA_OPTIONS = List.of(
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true",
            "-Dlog4j2.configurationFile=classpath:dev/pinflow/benchmarks/stage/child-log4j2.xml");
    private static final List<String> SERVER_HEAP = List.of("-Xms1g", "-Xmx1g");

    private JavaProgram() {}

    /** A server that the program under test talks to. */
    public static ChildCommand server(Path log, Class<?> program, Collection<String> arguments) {
        return command(SERVER_HEAP, program, arguments).log(log);
    }

    /**
     * @param heap its most, as {@code -Xmx} takes it
     * @param more options, such as those that switch a flight recording on
     */
    public static ChildCommand underTest(
            Path log, String heap, Collection<String> more, Class<?> program, Collection<String> arguments) {
        List<String> options = new ArrayList<>(List.of("-Xms256m", "-Xmx" + heap));
        options.addAll(more);
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
