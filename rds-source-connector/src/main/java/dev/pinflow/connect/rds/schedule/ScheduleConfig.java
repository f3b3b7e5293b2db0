package dev.pinflow.connect.rds.schedule;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide when postings leave, which event times they have, and when they end.
 *
 * @param pattern how postings follow each other
 * @param time where event times come from
 * @param max how many postings the emulation has, counted from its first start; -1 without end
 */
public record ScheduleConfig(PatternConfig pattern, ClockConfig time, long max) {
    public static final String POSTINGS_MAX = "postings.max";

    private static final String GROUP = "Emulation";
    private static final String MAX_DOC = "How many postings there are in all, counted from the connector's first "
            + "start; then it idles in state RUNNING. A posting whose key has no row counts too. -1 never ends.";

    public static void define(ConfigDef def) {
        PatternOptions.define(def);
        def.define(
                POSTINGS_MAX,
                ConfigDef.Type.LONG,
                -1L,
                ConfigDef.Range.atLeast(-1),
                Importance.MEDIUM,
                MAX_DOC,
                GROUP,
                9,
                Width.SHORT,
                "Largest number of postings");
        ClockConfig.define(def);
    }

    /**
     * What does not fit together, all of it.
     *
     * @param values parsed values by key; options that are missing (those that are wrong by themselves) are not judged
     */
    public static List<ConfigProblem> problems(Map<String, ?> values) {
        return Stream.concat(PatternConfig.problems(values).stream(), ClockConfig.problems(values).stream())
                .toList();
    }

    /**
     * Of a configuration that also has the option {@code seed}.
     *
     * @throws ConfigException with the first of the {@link #problems}
     */
    public static ScheduleConfig of(AbstractConfig config) {
        for (ConfigProblem problem : problems(config.values())) {
            throw new ConfigException(problem.message());
        }
        return new ScheduleConfig(PatternConfig.of(config), ClockConfig.of(config), config.getLong(POSTINGS_MAX));
    }

    /** The number of postings at which the emulation ends; {@link Long#MAX_VALUE} without end. */
    public long limit() {
        return max < 0 ? Long.MAX_VALUE : max;
    }

    /** A clock for one thread. */
    public EventClock clock() {
        return time.clock(pattern.schedule());
    }

    /**
     * A pacer for a task that makes a part of all postings.
     *
     * @param share above 0, at most 1
     * @param rest how the task waits
     */
    public Pacer pacer(double share, Rest rest) {
        Schedule schedule = time.speed() > 0 ? pattern.schedule() : new Unlimited();
        return new Pacer(schedule, time.speed(), share, System::nanoTime, rest);
    }
}
