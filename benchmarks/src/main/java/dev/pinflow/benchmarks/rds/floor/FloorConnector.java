package dev.pinflow.benchmarks.rds.floor;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * What a Connect source costs at the least: it reads some rows at its start, and then emits their values again and again
 * under running keys, so that nothing is measured but the worker, the converter and the producer.
 */
public final class FloorConnector extends SourceConnector {
    static final String URL = "connection.url";
    static final String USER = "connection.user";
    static final String PASSWORD = "connection.password";
    static final String TOPIC_PREFIX = "topic.prefix";
    static final String TABLES = "tables";
    static final String FORM = "form";
    static final String POSTINGS = "postings";

    private Map<String, String> options = Map.of();

    @Override
    public void start(Map<String, String> connectorOptions) {
        options = Map.copyOf(connectorOptions);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FloorTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(options);
    }

    @Override
    public void stop() {
        // Nothing runs but the task.
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define(URL, ConfigDef.Type.STRING, Importance.HIGH, "The JDBC URL.")
                .define(USER, ConfigDef.Type.STRING, Importance.HIGH, "The database user.")
                .define(PASSWORD, ConfigDef.Type.STRING, Importance.HIGH, "The user's password.")
                .define(TOPIC_PREFIX, ConfigDef.Type.STRING, Importance.HIGH, "What topics begin with.")
                .define(TABLES, ConfigDef.Type.LIST, Importance.HIGH, "As topic ending:table, comma separated.")
                .define(FORM, ConfigDef.Type.STRING, Importance.HIGH, "MAP, STRUCT or BYTES.")
                .define(POSTINGS, ConfigDef.Type.LONG, Importance.HIGH, "How many records each topic gets.");
    }

    @Override
    public String version() {
        return "1";
    }
}
