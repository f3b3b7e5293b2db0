package dev.pinflow.benchmarks.rds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configurations of connectors under test; whatever is not named is left at its default. */
final class ConnectorOptions {
    static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private static final String TEXT = "org.apache.kafka.connect.storage.StringConverter";

    private ConnectorOptions() {}

    /** Pinflow's source; without headers, unless {@code more} says otherwise. */
    static Map<String, String> pinflow(Database database, String prefix, String format, Map<String, String> more) {
        Map<String, String> options =
                common("dev.pinflow.connect.rds.RdsPostingSourceConnector", TEXT, format.equals("json") ? BYTES : JSON);
        options.put("value.format", format);
        addConnection(options, database, prefix);
        options.put("postings.max", Long.toString(database.rows()));
        options.put("headers.enabled", "false");
        options.putAll(more);
        return options;
    }

    static Map<String, String> floor(Database database, String prefix, String converter, String form) {
        Map<String, String> options = common("dev.pinflow.benchmarks.rds.floor.FloorConnector", TEXT, converter);
        addConnection(options, database, prefix);
        options.put("form", form);
        options.put("postings", Long.toString(database.rows()));
        options.put("tables", tables(table -> table.shortName() + ":" + table.table()));
        return options;
    }

    /** Debezium's initial snapshot and nothing after it. */
    static Map<String, String> debezium(Database database, String prefix) {
        Map<String, String> options = common("io.debezium.connector.mariadb.MariaDbConnector", JSON, JSON);
        options.put("key.converter.schemas.enable", "false");
        options.put("database.hostname", database.host());
        options.put("database.port", database.port());
        options.put("database.user", database.user());
        options.put("database.password", database.password());
        options.put("database.ssl.mode", "disable");
        options.put("database.server.id", "5401");
        options.put("topic.prefix", prefix);
        options.put("database.include.list", Database.NAME);
        options.put("table.include.list", tables(table -> Database.NAME + "." + table.table()));
        options.put("snapshot.mode", "initial_only");
        options.put("include.schema.changes", "false");
        // Kept nowhere: nothing is to be resumed.
        options.put("schema.history.internal", "io.debezium.relational.history.MemorySchemaHistory");
        return options;
    }

    private static Map<String, String> common(String connector, String keyConverter, String valueConverter) {
        Map<String, String> options = new HashMap<>();
        options.put("connector.class", connector);
        options.put("tasks.max", "1");
        options.put("key.converter", keyConverter);
        options.put("value.converter", valueConverter);
        options.put("value.converter.schemas.enable", "false");
        return options;
    }

    private static void addConnection(Map<String, String> options, Database database, String prefix) {
        options.put("connection.url", database.url());
        options.put("connection.user", database.user());
        options.put("connection.password", database.password());
        options.put("topic.prefix", prefix);
    }

    private static String tables(Function<PostTable, String> form) {
        return Arrays.stream(PostTable.values()).map(form).collect(Collectors.joining(","));
    }
}
