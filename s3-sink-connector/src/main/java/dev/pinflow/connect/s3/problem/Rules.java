package dev.pinflow.connect.s3.problem;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** What an option's text must be. */
public final class Rules {
    private Rules() {}

    /** Absent, or accepted by the predicate. */
    public static Validator accepted(Predicate<String> predicate, String sentence) {
        return new Rule(predicate, sentence);
    }

    /** Absent, or one of these. */
    public static Validator oneOf(List<String> accepted, String otherwise) {
        return new Rule(accepted::contains, "must be one of " + String.join(", ", accepted) + otherwise);
    }

    private record Rule(Predicate<String> predicate, String sentence) implements Validator {
        @Override
        public void ensureValid(String name, Object value) {
            if (value != null && !predicate.test(value.toString())) {
                throw new ConfigException(name, value, sentence);
            }
        }

        @Override
        public String toString() {
            return sentence;
        }
    }
}
