package dev.pinflow.connect.rds.schedule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Hides an option while another one has a value that makes it meaningless.
 *
 * @param key the other option
 * @param values those of its values with which this one means something
 */
record ShownWith(String key, Set<String> values) implements ConfigDef.Recommender {
    @Override
    public List<Object> validValues(String name, Map<String, Object> parsed) {
        return List.of();
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsed) {
        return values.contains(String.valueOf(parsed.get(key)));
    }
}
