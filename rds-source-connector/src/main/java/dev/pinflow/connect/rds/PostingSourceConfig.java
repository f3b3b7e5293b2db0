package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.delivery.TransactionConfig;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.reading.PostingTable;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.record.RecordsConfig;
import dev.pinflow.connect.rds.retry.RetryConfig;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.schedule.ScheduleConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** All options of the connector, each kept by the class of its topic. */
record PostingSourceConfig(
        DatabaseConfig database,
        TablesConfig tables,
        SamplingConfig sampling,
        ScheduleConfig schedule,
        RecordsConfig records,
        TransactionConfig transactions,
        RetryConfig retry) {

    static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        TablesConfig.define(def);
        SamplingConfig.define(def);
        ScheduleConfig.define(def);
        RecordsConfig.define(def);
        TransactionConfig.define(def);
        RetryConfig.define(def);
        return def;
    }

    /** @throws org.apache.kafka.common.config.ConfigException if an option is missing or invalid */
    static PostingSourceConfig of(Map<String, String> options) {
        // Without logging: the options go to the log nowhere, values least of all.
        AbstractConfig parsed = new AbstractConfig(definition(), GivenOptions.of(options), false);
        return new PostingSourceConfig(
                DatabaseConfig.of(parsed),
                TablesConfig.of(parsed),
                SamplingConfig.of(parsed),
                ScheduleConfig.of(parsed),
                RecordsConfig.of(parsed),
                TransactionConfig.of(parsed),
                RetryConfig.of(parsed));
    }

    /** Why the connector cannot define the boundaries of transactions with these options; none if it can. */
    Optional<ConfigProblem> transactionObjection() {
        return transactions.objection(tables.batchPostings());
    }

    List<String> tableNames() {
        return tables.tables().stream().map(PostingTable::name).toList();
    }
}
