package dev.pinflow.connect.rds.schedule;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide when postings leave and when they end.
 *
 * @param perSecond postings a second over all tasks; 0 for as fast as possible
 * @param max how many postings the emulation has, counted from its first start; -1 without end
 */
public record ScheduleConfig(double perSecond, long max) {
    public static final String POSTINGS_PER_SECOND = "postings.per.second";
    public static final String POSTINGS_MAX = "postings.max";

    private static final String GROUP = "Emulation";
    private static final double FASTEST = 1e9;
    private static final String RATE_DOC = "How many postings leave in a second, over all tasks together; fractions "
            + "such as 0.5 are allowed. 0 posts as fast as possible.";
    private static final String MAX_DOC = "How many postings there are in all, counted from the connector's first "
            + "start; then it idles in state RUNNING. A posting whose key has no row counts too. -1 never ends.";

    public static void define(ConfigDef def) {
        def.define(
                POSTINGS_PER_SECOND,
                ConfigDef.Type.DOUBLE,
                0.0,
                ConfigDef.LambdaValidator.with(ScheduleConfig::checkRate, () -> "a number from 0 to 1000000000"),
                Importance.HIGH,
                RATE_DOC,
                GROUP,
                3,
                Width.SHORT,
                "Postings per second");
        def.define(
                POSTINGS_MAX,
                ConfigDef.Type.LONG,
                -1L,
                ConfigDef.Range.atLeast(-1),
                Importance.MEDIUM,
                MAX_DOC,
                GROUP,
                4,
                Width.SHORT,
                "Largest number of postings");
    }

    public static ScheduleConfig of(AbstractConfig config) {
        return new ScheduleConfig(config.getDouble(POSTINGS_PER_SECOND), config.getLong(POSTINGS_MAX));
    }

    /** The number of postings at which the emulation ends; {@link Long#MAX_VALUE} without end. */
    public long limit() {
        return max < 0 ? Long.MAX_VALUE : max;
    }

    /**
     * A pacer for a task that makes a part of all postings.
     *
     * @param share above 0, at most 1
     * @param rest how the task waits
     */
    public Pacer pacer(double share, Rest rest) {
        Schedule schedule = perSecond > 0 ? new ConstantRate(perSecond * share) : new Unlimited();
        return new Pacer(schedule, System::nanoTime, rest);
    }

    private static void checkRate(String name, Object value) {
        double rate = (Double) value;
        if (!(rate >= 0 && rate <= FASTEST)) {
            throw new ConfigException(name, value, "must be from 0 (as fast as possible) to 1000000000.");
        }
    }
}
