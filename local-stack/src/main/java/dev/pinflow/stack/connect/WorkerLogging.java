package dev.pinflow.stack.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What makes a worker in a JVM of its own log to its standard output: INFO from connectors and tasks, WARN from Kafka's
 * own clients. Written for both backends that workers have had; each reads the file that is named by its own property.
 */
final class WorkerLogging {
    private static final String LOG4J2 = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p [%t] %c: %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            logger.kafka.name = org.apache.kafka
            logger.kafka.level = warn
            logger.runtime.name = org.apache.kafka.connect.runtime
            logger.runtime.level = info
            logger.jetty.name = org.eclipse.jetty
            logger.jetty.level = warn
            """;
    private static final String RELOAD4J = """
            log4j.rootLogger = INFO, console
            log4j.appender.console = org.apache.log4j.ConsoleAppender
            log4j.appender.console.layout = org.apache.log4j.PatternLayout
            log4j.appender.console.layout.ConversionPattern = %d{ISO8601} %-5p [%t] %c: %m%n
            log4j.logger.org.apache.kafka = WARN
            log4j.logger.org.apache.kafka.connect.runtime = INFO
            log4j.logger.org.eclipse.jetty = WARN
            log4j.logger.org.reflections = ERROR
            """;

    private WorkerLogging() {}

    /** Writes the configurations into the folder; the options of the JVM that point to them. */
    static List<String> write(Path folder) throws IOException {
        Path log4j2 = Files.writeString(folder.resolve("worker-log4j2.properties"), LOG4J2);
        Path reload4j = Files.writeString(folder.resolve("worker-reload4j.properties"), RELOAD4J);
        return List.of("-Dlog4j2.configurationFile=" + log4j2.toUri(), "-Dlog4j.configuration=" + reload4j.toUri());
    }
}
