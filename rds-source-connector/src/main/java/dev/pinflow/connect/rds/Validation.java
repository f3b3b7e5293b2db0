package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.delivery.TransactionConfig;
import dev.pinflow.connect.rds.offset.TaskStrides;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.reading.DatabaseCheck;
import dev.pinflow.connect.rds.reading.DatabaseFindings;
import dev.pinflow.connect.rds.reading.PostingTable;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.schedule.ScheduleConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is wrong with a configuration, at once: what single options tell, what tells only how they fit together, and
 * what the database says, over one connection. Each message names the option, the rule and the way out.
 */
final class Validation {
    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    /** What tells from parsed values by key, of which broken ones are missing. */
    private static final List<Function<Map<String, Object>, List<ConfigProblem>>> VALUE_CHECKS =
            List.of(ScheduleConfig::problems);

    /** What tells from the whole; problems that may only follow from a broken option are left out. */
    private static final List<Function<PostingSourceConfig, List<ConfigProblem>>> CHECKS = List.of(
            config -> config.retry().problems(), config -> config.records().problems(config.tableNames()));

    private final Map<String, String> options;
    private final ConfigDef definition;
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();

    /** @param singly what the definition says about each option by itself */
    Validation(Map<String, String> options, ConfigDef definition, Config singly) {
        this.options = options;
        this.definition = definition;
        singly.configValues().forEach(value -> values.put(value.name(), completed(value)));
    }

    /** Never throws, and returns within the time that a check of the database takes at most. */
    Config complete() {
        try {
            ConverterRules.problems(options).forEach(this::add);
            TransactionConfig.objection(options).ifPresent(this::add);
            checkTogether();
        } catch (RuntimeException defect) {
            LOG.error("The validation itself failed", defect);
            failure(defect).errorMessages().forEach(message -> add(new ConfigProblem(DatabaseConfig.URL, message)));
        }
        if (options.containsKey(TaskStrides.OPTION)) {
            add(new ConfigProblem(
                    TaskStrides.OPTION, TaskStrides.OPTION + " is set by the connector itself; leave it out."));
        }
        new UnknownOptions(definition.names())
                .among(options.keySet())
                .forEach(value -> values.putIfAbsent(value.name(), value));
        return new Config(new ArrayList<>(values.values()));
    }

    /** What to answer when a check fails by itself: an error, as silence would mean that all is well. */
    static ConfigValue failure(Throwable defect) {
        String message = "The configuration could not be checked against " + DatabaseConfig.URL + " ("
                + defect.getClass().getName() + "). The worker's log tells more.";
        return new ConfigValue(DatabaseConfig.URL, null, List.of(), List.of(message));
    }

    private void checkTogether() {
        Map<String, Object> sound = soundValues();
        VALUE_CHECKS.forEach(check -> check.apply(sound).forEach(this::add));
        LenientConfig lenient = LenientConfig.of(options, broken());
        lenient.problems().forEach(this::add);
        lenient.config().ifPresent(config -> {
            CHECKS.stream()
                    .flatMap(check -> check.apply(config).stream())
                    .filter(problem -> !lenient.isConsequence(problem))
                    .forEach(this::add);
            if (TransactionConfig.isAskedFor(options)) {
                config.transactionObjection().ifPresent(this::add);
            } else if (TransactionConfig.objection(options).isEmpty()) {
                config.transactions().idle().ifPresent(this::add);
            }
            if (broken().stream().noneMatch(Validation::leadsToDatabase)) {
                askDatabase(config);
            } else {
                DatabaseCheck.findings(config.database(), List.of(), false).problems().stream()
                        .filter(problem -> !lenient.isConsequence(problem))
                        .forEach(this::add);
            }
        });
    }

    private void askDatabase(PostingSourceConfig config) {
        boolean known = Stream.of(TablesConfig.TABLES, TablesConfig.COLUMNS).noneMatch(broken()::contains);
        List<PostingTable> tables = known ? config.tables().tables() : List.of();
        DatabaseFindings findings = DatabaseCheck.findings(config.database(), tables, true);
        findings.problems().forEach(this::add);
        recommend(TablesConfig.TABLES, findings.tables());
        recommend(TablesConfig.COLUMNS, findings.columns());
    }

    private static boolean leadsToDatabase(String key) {
        return key.startsWith("connection.") || key.startsWith("credentials.");
    }

    private void recommend(String key, List<String> recommended) {
        if (values.containsKey(key)) {
            values.get(key).recommendedValues(new ArrayList<>(recommended));
        }
    }

    private void add(ConfigProblem problem) {
        ConfigValue value = values.computeIfAbsent(problem.key(), key -> new ConfigValue(key));
        if (!value.errorMessages().contains(problem.message())) {
            value.addErrorMessage(problem.message());
        }
    }

    private Map<String, Object> soundValues() {
        Map<String, Object> sound = new HashMap<>();
        values.forEach((key, value) -> {
            if (value.errorMessages().isEmpty()) {
                sound.put(key, value.value());
            }
        });
        return sound;
    }

    private Set<String> broken() {
        return values.values().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .map(ConfigValue::name)
                .collect(Collectors.toSet());
    }

    /** Complete messages; and no refused URL, as Connect's answer would repeat what may be a password in it. */
    private ConfigValue completed(ConfigValue value) {
        List<String> messages = RuleMessages.complete(definition.configKeys().get(value.name()), value.errorMessages());
        boolean shown = messages.isEmpty() || !value.name().equals(DatabaseConfig.URL);
        ConfigValue completed = new ConfigValue(
                value.name(), shown ? value.value() : null, value.recommendedValues(), new ArrayList<>(messages));
        completed.visible(value.visible());
        return completed;
    }
}
