package dev.pinflow.connect.rds.schedule;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Refuses numbers out of bounds, and what is no number: {@code ConfigDef.Range} lets NaN through.
 *
 * @param meaning the bounds in words
 */
record Bounds(double least, double most, String meaning) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
        // Kafka asks about null, too, where it has found that a value is no number.
        if (value != null && !((Double) value >= least && (Double) value <= most)) {
            throw new ConfigException(name, value, "must be " + meaning + ".");
        }
    }

    @Override
    public String toString() {
        return "a number " + meaning;
    }
}
