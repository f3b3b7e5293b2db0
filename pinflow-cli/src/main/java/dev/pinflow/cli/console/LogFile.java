package dev.pinflow.cli.console;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Where the logs of what runs in this process go. Without a file there is no log: the terminal is for results. */
public final class LogFile {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%t] %c{1.} - %m%n";

    private LogFile() {}

    /** Sends all logs to a file from now on. */
    public static void open(Path file) {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        // Our own shutdown hook stops the servers and wants to be heard until the end.
        builder.setShutdownHook("disable");
        builder.add(builder.newAppender("file", "File")
                .addAttribute("fileName", file.toString())
                .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN)));
        builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("file")));
        builder.add(builder.newLogger("org.apache.kafka", Level.WARN));
        builder.add(builder.newLogger("kafka", Level.WARN));
        builder.add(builder.newLogger("org.eclipse.jetty", Level.WARN));
        Configurator.reconfigure(builder.build());
    }
}
