package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.delivery.TransactionConfig;
import dev.pinflow.connect.rds.offset.AlteredOffsets;
import dev.pinflow.connect.rds.offset.TaskStrides;
import dev.pinflow.connect.rds.record.RecordsConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emulates live postings from the tables of a MySQL or MariaDB database: each posting takes one key and sends the row that
 * each table has under it to the table's topic.
 *
 * <p>Which key a posting takes depends on nothing but the mode, the seed and the posting's number, so the emulation can
 * be resumed, repeated and divided over tasks. Source partitions are {@code {"emulation": topic.prefix, "stride": "0".."7"}},
 * offsets {@code {"next": number of the stride's next posting, "posted": postings emitted so far, "tables": fingerprint}};
 * neither depends on {@code tasks.max}.
 */
public final class RdsPostingSourceConnector extends SourceConnector {
    private static final Logger LOG = LoggerFactory.getLogger(RdsPostingSourceConnector.class);

    private Map<String, String> options = Map.of();

    /**
     * Takes the options over; the database is not asked.
     *
     * @throws org.apache.kafka.common.config.ConfigException if an option is missing or invalid
     */
    @Override
    public void start(Map<String, String> connectorOptions) {
        options = GivenOptions.of(connectorOptions);
        PostingSourceConfig config = PostingSourceConfig.of(options);
        LOG.info(
                "Emulation {} posts in mode {} from {}",
                config.records().topicPrefix(),
                config.sampling().mode(),
                config.database().displayName());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RdsPostingSourceTask.class;
    }

    /** One configuration a task, at most as many as there are strides. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return TaskStrides.divide(maxTasks).stream()
                .map(strides -> {
                    Map<String, String> task = new HashMap<>(options);
                    task.put(TaskStrides.OPTION, strides);
                    return task;
                })
                .toList();
    }

    @Override
    public void stop() {
        // Nothing runs but the tasks.
    }

    /** Reports all problems at once, those that the database tells included. Does not throw. */
    @Override
    public Config validate(Map<String, String> connectorOptions) {
        try {
            Map<String, String> given = GivenOptions.of(connectorOptions);
            return new Validation(given, config(), super.validate(given)).complete();
        } catch (RuntimeException | LinkageError defect) {
            LOG.error("The validation itself failed", defect);
            return new Config(List.of(Validation.failure(defect)));
        }
    }

    @Override
    public ConfigDef config() {
        return PostingSourceConfig.definition();
    }

    /**
     * Accepts offsets of this connector's own form, and any reset.
     *
     * @throws ConnectException if one is of another form
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorOptions, Map<Map<String, ?>, Map<String, ?>> offsets) {
        AlteredOffsets.check(String.valueOf(connectorOptions.get(RecordsConfig.TOPIC_PREFIX)), offsets);
        return true;
    }

    /**
     * Supported with {@code transaction.boundary=connector}: which posting comes next is known from the offsets alone, and
     * those take effect together with whole postings. Unsupported otherwise, because other boundaries may divide a posting, and
     * where the options are invalid; {@link #validate} explains a no.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorOptions) {
        try {
            PostingSourceConfig.of(connectorOptions);
            return TransactionConfig.isAskedFor(connectorOptions)
                    ? ExactlyOnceSupport.SUPPORTED
                    : ExactlyOnceSupport.UNSUPPORTED;
        } catch (ConfigException invalid) {
            LOG.info("No exactly-once support for invalid options: {}", invalid.getMessage());
            return ExactlyOnceSupport.UNSUPPORTED;
        }
    }

    /** Supported where a transaction holds no more postings than a poll brings; {@link #validate} explains a no. */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorOptions) {
        try {
            return PostingSourceConfig.of(connectorOptions)
                    .transactionObjection()
                    .map(objection -> ConnectorTransactionBoundaries.UNSUPPORTED)
                    .orElse(ConnectorTransactionBoundaries.SUPPORTED);
        } catch (ConfigException invalid) {
            LOG.info("No transaction boundaries for invalid options: {}", invalid.getMessage());
            return ConnectorTransactionBoundaries.UNSUPPORTED;
        }
    }

    @Override
    public String version() {
        return PluginVersion.get();
    }
}
