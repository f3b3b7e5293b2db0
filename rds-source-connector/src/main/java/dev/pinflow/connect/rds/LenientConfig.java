package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.problem.NamedOptions;
import dev.pinflow.connect.rds.record.RecordsConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/**
 * A configuration with its broken options replaced by their defaults, so that what depends on the others can be checked
 * all the same and all problems are reported at once.
 *
 * @param config what can be checked; nothing if it cannot be made whole
 * @param broken the options that were replaced
 * @param problems what was found while putting it together
 */
record LenientConfig(Optional<PostingSourceConfig> config, Set<String> broken, List<ConfigProblem> problems) {
    /** For options without a default; nobody is ever asked with these. */
    private static final Map<String, String> STAND_INS = Map.of(
            DatabaseConfig.URL,
            "jdbc:mysql://localhost/none",
            DatabaseConfig.USER,
            "none",
            RecordsConfig.TOPIC_PREFIX,
            "none");

    /** @param broken the options that are missing or invalid by themselves */
    static LenientConfig of(Map<String, String> options, Set<String> broken) {
        Set<String> replaced = new HashSet<>(broken);
        List<ConfigProblem> problems = new ArrayList<>();
        while (true) {
            Map<String, String> usable = new HashMap<>(options);
            replaced.forEach(key -> {
                usable.remove(key);
                if (STAND_INS.containsKey(key)) {
                    usable.put(key, STAND_INS.get(key));
                }
            });
            try {
                return new LenientConfig(Optional.of(PostingSourceConfig.of(usable)), replaced, problems);
            } catch (ConfigException unfitting) {
                List<String> keys = NamedOptions.in(
                        unfitting.getMessage(), PostingSourceConfig.definition().names());
                if (keys.stream().noneMatch(replaced::contains)) {
                    String key = keys.isEmpty() ? DatabaseConfig.URL : keys.get(0);
                    problems.add(new ConfigProblem(key, unfitting.getMessage()));
                }
                if (!replaced.addAll(keys)) {
                    return new LenientConfig(Optional.empty(), replaced, problems);
                }
            }
        }
    }

    /** Whether a message is about a broken option, and so may be a mere consequence. */
    boolean isConsequence(ConfigProblem problem) {
        return broken.stream()
                .anyMatch(key -> problem.key().equals(key) || NamedOptions.isNamed(problem.message(), key));
    }
}
