package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is wrong with a configuration, at once: what single options tell, and what tells only how they fit together.
 * S3 is not asked: a task does that when it starts, with the credentials and the network of the worker that runs it.
 */
final class Validation {
    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    /** Where a defect of the connector itself is shown: no other option is to blame. */
    private static final String CONNECTOR = "connector.class";

    private final ConfigDef definition;
    private final List<Consumer<Findings>> checks;
    private final Map<String, String> given;

    /** @param checks what tells from several options, each by itself */
    Validation(ConfigDef definition, List<Consumer<Findings>> checks, Map<String, String> properties) {
        this.definition = definition;
        this.checks = checks;
        this.given = GivenOptions.of(properties);
    }

    /** For the answer to a user, misspelt options included. Never throws. */
    Config answer() {
        try {
            Findings findings = findings();
            Map<String, String> misspelt = misspelt();
            if (CustomClasses.areNamedIn(given)) {
                misspelt.forEach(Validation::warn);
            } else {
                misspelt.forEach((name, meant) -> findings.problem(name, misspelling(meant)));
            }
            return new Config(new ArrayList<>(findings.asConfig().configValues().stream()
                    .map(UrlSecrets::hiddenIn)
                    .toList()));
        } catch (RuntimeException | LinkageError defect) {
            LOG.error("The validation itself failed", defect);
            ConfigValue value = new ConfigValue(CONNECTOR);
            value.addErrorMessage(failure(defect));
            return new Config(List.of(value));
        }
    }

    /**
     * For the start of a task. A misspelt option only leads to a warning here: a later version may bring options that
     * are near to a name which was none's before, and must not fail a connector that ran.
     */
    List<String> problems() {
        misspelt().forEach(Validation::warn);
        return findings().problems().stream().map(UrlSecrets::hidden).toList();
    }

    private Findings findings() {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        definition
                .validateAll(given)
                .forEach((name, value) -> values.put(
                        name, RuleMessages.completed(definition.configKeys().get(name), value)));
        Findings findings = new Findings(given, values);
        for (Consumer<Findings> check : checks) {
            try {
                check.accept(findings);
            } catch (RuntimeException | LinkageError defect) {
                LOG.error("A check of the configuration itself failed", defect);
                findings.problem(CONNECTOR, failure(defect));
            }
        }
        return findings;
    }

    private Map<String, String> misspelt() {
        return new UnknownOptions(definition.names()).among(given.keySet());
    }

    private static void warn(String name, String meant) {
        LOG.warn("{}: {}", name, misspelling(meant));
    }

    private static String misspelling(String meant) {
        return "it is no option of this connector, so it has no effect; did you mean " + meant
                + "? Correct it or leave it out";
    }

    private static String failure(Throwable defect) {
        return "the configuration could not be checked, by a defect of the connector ("
                + defect.getClass().getName() + "); the worker's log tells more";
    }
}
