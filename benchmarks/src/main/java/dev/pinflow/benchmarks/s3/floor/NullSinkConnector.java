package dev.pinflow.benchmarks.s3.floor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * What a Connect sink costs at the least: it drops every record, so that nothing is measured but the worker, the
 * consumer and the converters.
 */
public final class NullSinkConnector extends SinkConnector {
    @Override
    public void start(Map<String, String> options) {
        // There is nothing to configure.
    }

    @Override
    public Class<? extends Task> taskClass() {
        return NullSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, Map.of());
    }

    @Override
    public void stop() {
        // Nothing runs but the task.
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public String version() {
        return "1";
    }
}
