package dev.pinflow.cli.console;

import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Where the logs of what runs in this process go. Without a file there is no log: the terminal is for results. */
public final class LogFile {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%t] %c{1.} - %m%n";

    /** Loggers whose INFO lines would bury the pipeline's own. */
    private static final List<String> CHATTY =
            List.of("org.apache.kafka", "kafka", "state.change.logger", "org.eclipse.jetty", "org.gaul");

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
        for (String chatty : CHATTY) {
            builder.add(builder.newLogger(chatty, Level.WARN));
        }
        Configurator.reconfigure(builder.build());
    }
}
