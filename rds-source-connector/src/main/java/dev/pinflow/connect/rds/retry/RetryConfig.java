package dev.pinflow.connect.rds.retry;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The options that decide how long a failing database is borne.
 *
 * @param backoff the longest pause before the first retry; it doubles with every further one
 * @param maxBackoff where the doubling ends
 * @param budget how long the database may fail without a success in between before the task gives up
 */
public record RetryConfig(Duration backoff, Duration maxBackoff, Duration budget) {
    public static final String BACKOFF = "retry.backoff.ms";
    public static final String MAX_BACKOFF = "retry.backoff.max.ms";
    public static final String BUDGET = "retry.budget.ms";

    /** A week. */
    private static final long LONGEST_MILLIS = 604_800_000;

    private static final String GROUP = "Resilience";
    private static final String BACKOFF_DOC = "The longest pause before a failed query is tried again, in "
            + "milliseconds. It doubles with every further failure; the actual pause is a random part of it.";
    private static final String MAX_BACKOFF_DOC = "Where the doubling of retry.backoff.ms ends, in milliseconds.";
    private static final String BUDGET_DOC = "How long the database may keep failing in ways that time can mend (no "
            + "connection, time-out, deadlock), in milliseconds, before the task fails.";

    public static void define(ConfigDef def) {
        def.define(
                BACKOFF,
                ConfigDef.Type.LONG,
                500L,
                Range.between(1, LONGEST_MILLIS),
                Importance.LOW,
                BACKOFF_DOC,
                GROUP,
                1,
                Width.SHORT,
                "First back-off (ms)");
        def.define(
                MAX_BACKOFF,
                ConfigDef.Type.LONG,
                30_000L,
                Range.between(1, LONGEST_MILLIS),
                Importance.LOW,
                MAX_BACKOFF_DOC,
                GROUP,
                2,
                Width.SHORT,
                "Longest back-off (ms)");
        def.define(
                BUDGET,
                ConfigDef.Type.LONG,
                300_000L,
                Range.between(0, LONGEST_MILLIS),
                Importance.MEDIUM,
                BUDGET_DOC,
                GROUP,
                3,
                Width.SHORT,
                "Retry budget (ms)");
    }

    /** What does not fit together. */
    public List<ConfigProblem> problems() {
        return backoff.compareTo(maxBackoff) <= 0
                ? List.of()
                : List.of(new ConfigProblem(
                        BACKOFF,
                        BACKOFF + " must be at most " + MAX_BACKOFF + ", which is " + maxBackoff.toMillis()
                                + ": lower the one or raise the other."));
    }

    public static RetryConfig of(AbstractConfig config) {
        return new RetryConfig(
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(MAX_BACKOFF)),
                Duration.ofMillis(config.getLong(BUDGET)));
    }
}
