package dev.pinflow.stack.connect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A small real connector: appends each value as a line to the file that {@code file} names. */
public final class AppendingSink extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public void start(Map<String, String> given) {
        properties = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AppendingTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(properties);
    }

    @Override
    public void stop() {}

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define("file", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "Where the values are appended.");
    }

    @Override
    public String version() {
        return "1";
    }

    /** Puts the connector as a jar into a folder of its own in the plugin path. */
    static void install(Path pluginPath) throws IOException {
        Path jar = Files.createDirectories(pluginPath.resolve("appending-sink")).resolve("appending-sink.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (Class<?> type : List.of(AppendingSink.class, AppendingTask.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                Files.copy(Path.of("target", "test-classes").resolve(name), entries);
            }
            entries.putNextEntry(new JarEntry("META-INF/services/org.apache.kafka.connect.sink.SinkConnector"));
            entries.write(AppendingSink.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The task of {@link AppendingSink}. */
    public static final class AppendingTask extends SinkTask {
        private Path file = Path.of("");

        @Override
        public void start(Map<String, String> properties) {
            file = Path.of(properties.get("file"));
        }

        @Override
        public void put(Collection<SinkRecord> records) {
            for (SinkRecord record : records) {
                String line = new String((byte[]) record.value(), StandardCharsets.UTF_8) + "\n";
                try {
                    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new ConnectException(e);
                }
            }
        }

        @Override
        public void stop() {}

        @Override
        public String version() {
            return "1";
        }
    }
}
