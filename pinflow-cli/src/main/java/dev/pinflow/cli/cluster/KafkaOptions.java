package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a verb reaches Kafka; the options have the names of Kafka's own tools. */
public final class KafkaOptions {
    @Mixin
    private StackOption stack;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka to connect to (default: the running local stack's).")
    private String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties file with client settings, such as those of MSK IAM.")
    private Path commandConfig;

    public StackOption stack() {
        return stack;
    }

    /** Whether a cluster was named, so that nothing else may be taken from a local stack. */
    public boolean isExplicit() {
        return bootstrapServer != null;
    }

    /** The client properties for admin clients, consumers and producers. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>();
        if (commandConfig != null) {
            read(commandConfig).forEach((key, value) -> properties.put((String) key, value));
        }
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                stack.valueOf(bootstrapServer, "--bootstrap-server", RunningStack::bootstrapServers));
        return properties;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "The file " + file + " given by --command-config cannot be read as properties: " + e.getMessage()
                            + ".",
                    e);
        }
    }
}
