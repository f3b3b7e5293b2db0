package dev.pinflow.stack.connect;

import dev.pinflow.stack.port.LocalPort;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The worker's configuration: alone in its group, quick to notice and to commit. */
final class WorkerProperties {
    private WorkerProperties() {}

    static Map<String, String> of(String bootstrapServers, Path pluginPath, Path secretsFolder, int port) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("listeners", "http://%s:%d".formatted(LocalPort.HOST, port));
        addStorage(properties);
        addPlugins(properties, pluginPath, secretsFolder);
        addTiming(properties);
        return properties;
    }

    private static void addStorage(Map<String, String> properties) {
        properties.put("group.id", "pinflow-connect");
        properties.put("config.storage.topic", "connect-configs");
        properties.put("offset.storage.topic", "connect-offsets");
        properties.put("status.storage.topic", "connect-status");
        properties.put("config.storage.replication.factor", "1");
        properties.put("offset.storage.replication.factor", "1");
        properties.put("status.storage.replication.factor", "1");
        properties.put("offset.storage.partitions", "4");
        properties.put("status.storage.partitions", "1");
        properties.put("exactly.once.source.support", "enabled");
    }

    private static void addPlugins(Map<String, String> properties, Path pluginPath, Path secretsFolder) {
        properties.put("plugin.path", pluginPath.toAbsolutePath().toString());
        // The other ways scan every jar, for seconds, and hide that a plugin lacks its service file.
        properties.put("plugin.discovery", "service_load");
        properties.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        properties.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        properties.put("connector.client.config.override.policy", "All");
        properties.put("config.providers", "file");
        properties.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        properties.put(
                "config.providers.file.param.allowed.paths",
                secretsFolder.toAbsolutePath().normalize().toString());
    }

    private static void addTiming(Map<String, String> properties) {
        properties.put("offset.flush.interval.ms", "1000");
        properties.put("scheduled.rebalance.max.delay.ms", "0");
        // A sink whose topics are a pattern sees a new topic only when its metadata are refreshed.
        properties.put("consumer.metadata.max.age.ms", "2000");
    }
}
