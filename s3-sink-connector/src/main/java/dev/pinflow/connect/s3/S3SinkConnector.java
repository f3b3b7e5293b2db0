package dev.pinflow.connect.s3;

import dev.pinflow.connect.s3.config.SinkConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Writes topics to S3 as raw lines, JSON lines or Parquet, configured with the property names of Confluent's S3 sink
 * and with the same object keys.
 *
 * <p>Every task gets the whole configuration; the framework shares out the topic partitions.
 */
public final class S3SinkConnector extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return ConnectorVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return SinkConfig.definition();
    }

    /** Finds all problems that can be found without asking S3, those that span several options included. Does not throw. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return SinkConfig.validate(connectorConfigs);
    }

    /** {@inheritDoc} The task checks the configuration again, since a worker may start it without validation. */
    @Override
    public void start(Map<String, String> props) {
        this.properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return S3SinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    /**
     * Accepts any change of offsets: they are the consumer group's own, and the framework has checked topics, partitions and
     * numbers. Records that are read again from the beginning of an object meet the objects they were written to; from
     * elsewhere they get names of their own, see OPERATIONS.md.
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<TopicPartition, Long> offsets) {
        return true;
    }

    @Override
    public void stop() {
        // The connector itself holds nothing; its tasks are stopped by the framework.
    }
}
