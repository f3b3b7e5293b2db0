package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.reading.DatabaseCheck;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.record.RecordsConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** What single options cannot tell: whether they fit together and whether the database goes along. */
final class Validation {
    private static final String VALUE_CONVERTER = "value.converter";
    private static final String BYTES_CONVERTER = "org.apache.kafka.connect.converters.ByteArrayConverter";

    /** The options that must be right by themselves before it is worth asking the database. */
    private static final Set<String> ASKED_WITH = Set.of(
            DatabaseConfig.URL,
            DatabaseConfig.USER,
            DatabaseConfig.PASSWORD,
            DatabaseConfig.CONNECT_TIMEOUT,
            DatabaseConfig.SOCKET_TIMEOUT,
            TablesConfig.TABLES,
            TablesConfig.BATCH_POSTINGS,
            TablesConfig.ON_MISSING_ROW);

    private final Map<String, String> options;
    private final Map<String, ConfigValue> values;

    Validation(Map<String, String> options, Config singly) {
        this.options = options;
        this.values = singly.configValues().stream().collect(Collectors.toMap(ConfigValue::name, Function.identity()));
    }

    /** Adds every further problem to the option that mends it. */
    void addProblems() {
        checkConverter();
        if (ASKED_WITH.stream().allMatch(key -> values.get(key).errorMessages().isEmpty())) {
            askDatabase();
        }
    }

    private void checkConverter() {
        String converter = options.get(VALUE_CONVERTER);
        if ("json".equals(options.get(RecordsConfig.VALUE_FORMAT))
                && converter != null
                && !converter.equals(BYTES_CONVERTER)) {
            values.get(RecordsConfig.VALUE_FORMAT)
                    .addErrorMessage("'json' makes finished bytes, which " + converter + " would encode once more: set "
                            + VALUE_CONVERTER + " to " + BYTES_CONVERTER + " or " + RecordsConfig.VALUE_FORMAT
                            + " to struct.");
        }
    }

    private void askDatabase() {
        Map<String, Object> valid = values.values().stream()
                .filter(value -> ASKED_WITH.contains(value.name()) && options.containsKey(value.name()))
                .collect(Collectors.toMap(ConfigValue::name, value -> options.get(value.name())));
        AbstractConfig parsed = new AbstractConfig(definitionToAsk(), valid, false);
        List<DatabaseCheck.Problem> problems = DatabaseCheck.problems(
                DatabaseConfig.of(parsed), TablesConfig.of(parsed).tables());
        problems.forEach(problem -> values.get(problem.key()).addErrorMessage(problem.message()));
    }

    private static ConfigDef definitionToAsk() {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        TablesConfig.define(def);
        return def;
    }
}
