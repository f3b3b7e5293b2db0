package dev.pinflow.connect.rds.schedule;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The definitions of what {@link PatternConfig} holds. */
final class PatternOptions {
    static final String SCHEDULE = "schedule";
    static final String POSTINGS_PER_SECOND = "postings.per.second";
    static final String BURST_SIZE = "schedule.burst.size";
    static final String STEPS = "schedule.steps";
    static final String PERIOD = "schedule.period.ms";
    static final String AMPLITUDE = "schedule.amplitude";

    private static final String GROUP = "Emulation";
    private static final String SCHEDULE_DOC = "How postings follow each other: `max` as fast as possible; `constant` "
            + "at equal distances; `uniform` with random pauses from 0 to twice the mean; `poisson` like independent "
            + "visitors; `diurnal` rising and falling within a day; `burst` many at once, then none; `step` by the rates "
            + "and times of schedule.steps. When posting n is due depends on these options, the seed and n alone.";
    private static final String RATE_DOC = "How many postings leave in a second on average, over all tasks together; "
            + "fractions such as 0.5 are allowed. 0, with the schedules `max` and `constant`, posts as fast as possible; "
            + "with `step` it stays 0.";
    private static final String BURST_DOC = "How many postings come at once with schedule `burst`.";
    private static final String STEPS_DOC = "With schedule `step`, a list of postings per second:seconds, such as "
            + "10:60,100:30,0:10, which is repeated for ever.";
    private static final String PERIOD_DOC =
            "How long a day of schedule `diurnal` is, in milliseconds. It begins when least is posted.";
    private static final String AMPLITUDE_DOC = "How far the rate of schedule `diurnal` goes below and above its mean: "
            + "0 not at all, 1 down to nothing and up to twice the mean.";

    private PatternOptions() {}

    static void define(ConfigDef def) {
        def.define(
                SCHEDULE,
                ConfigDef.Type.STRING,
                "constant",
                ValidString.in(SchedulePattern.names()),
                Importance.HIGH,
                SCHEDULE_DOC,
                GROUP,
                3,
                Width.SHORT,
                "Schedule",
                List.of(POSTINGS_PER_SECOND, BURST_SIZE, STEPS, PERIOD, AMPLITUDE));
        def.define(
                POSTINGS_PER_SECOND,
                ConfigDef.Type.DOUBLE,
                0.0,
                new Bounds(0, 1e9, "from 0 (as fast as possible) to 1000000000"),
                Importance.HIGH,
                RATE_DOC,
                GROUP,
                4,
                Width.SHORT,
                "Postings per second",
                shownWith("constant", "uniform", "poisson", "diurnal", "burst"));
        def.define(
                BURST_SIZE,
                ConfigDef.Type.LONG,
                100L,
                Range.between(1, 1_000_000_000),
                Importance.LOW,
                BURST_DOC,
                GROUP,
                5,
                Width.SHORT,
                "Postings at once",
                shownWith("burst"));
        def.define(
                STEPS,
                ConfigDef.Type.STRING,
                "",
                ConfigDef.LambdaValidator.with(
                        PatternConfig::checkSteps, () -> "postings per second:seconds, comma separated"),
                Importance.LOW,
                STEPS_DOC,
                GROUP,
                6,
                Width.LONG,
                "Steps",
                shownWith("step"));
        defineDay(def);
    }

    private static void defineDay(ConfigDef def) {
        def.define(
                PERIOD,
                ConfigDef.Type.LONG,
                86_400_000L,
                Range.between(1_000, 1_000_000_000_000L),
                Importance.LOW,
                PERIOD_DOC,
                GROUP,
                7,
                Width.SHORT,
                "Length of a day (ms)",
                shownWith("diurnal"));
        def.define(
                AMPLITUDE,
                ConfigDef.Type.DOUBLE,
                0.8,
                new Bounds(0, 1, "from 0 to 1"),
                Importance.LOW,
                AMPLITUDE_DOC,
                GROUP,
                8,
                Width.SHORT,
                "Amplitude of a day",
                shownWith("diurnal"));
    }

    private static ShownWith shownWith(String... patterns) {
        return new ShownWith(SCHEDULE, Set.of(patterns));
    }
}
