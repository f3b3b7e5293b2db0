package dev.pinflow.connect.rds.schedule;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide which event times postings have.
 *
 * @param start event time of the schedule's beginning; the epoch, and of no meaning, with {@link ClockMode#WALL}
 * @param speed seconds of event time in a second; 0 when nobody waits; 1 with {@link ClockMode#WALL}
 */
record ClockConfig(ClockMode mode, Instant start, double speed) {
    static final String CLOCK = "clock";
    static final String START = "clock.start";
    static final String SPEED = "clock.speed";

    private static final String GROUP = "Emulation";
    private static final Instant LAST_START = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final String CLOCK_DOC =
            "Where event times, the timestamps of records, come from: `wall` is the time "
                    + "at which a posting is made; `virtual` is clock.start plus the time at which the schedule has the "
                    + "posting, so that two runs give the same records. Without a rate, all virtual times are clock.start.";
    private static final String START_DOC =
            "The event time at which schedule and emulation begin with clock `virtual`, "
                    + "such as 2026-01-01T00:00:00Z. Not before 1970.";
    private static final String SPEED_DOC = "How many seconds of event time pass in a second with clock `virtual`: 60 "
            + "plays a day in 24 minutes, 0 as fast as possible, with the same event times.";

    static void define(ConfigDef def) {
        def.define(
                CLOCK,
                ConfigDef.Type.STRING,
                "wall",
                ValidString.in("wall", "virtual"),
                Importance.MEDIUM,
                CLOCK_DOC,
                GROUP,
                10,
                Width.SHORT,
                "Clock",
                List.of(START, SPEED));
        def.define(
                START,
                ConfigDef.Type.STRING,
                "",
                ConfigDef.LambdaValidator.with(
                        ClockConfig::checkStart, () -> "an instant such as 2026-01-01T00:00:00Z"),
                Importance.MEDIUM,
                START_DOC,
                GROUP,
                11,
                Width.MEDIUM,
                "Start of event time",
                new ShownWith(CLOCK, Set.of("virtual")));
        def.define(
                SPEED,
                ConfigDef.Type.DOUBLE,
                1.0,
                new Bounds(0, 1e9, "from 0 (do not wait) to 1000000000"),
                Importance.LOW,
                SPEED_DOC,
                GROUP,
                12,
                Width.SHORT,
                "Speed of event time",
                new ShownWith(CLOCK, Set.of("virtual")));
    }

    /** Of a configuration that has no {@link #problems}. */
    static ClockConfig of(AbstractConfig config) {
        String start = config.getString(START);
        return new ClockConfig(
                ClockMode.valueOf(config.getString(CLOCK).toUpperCase(Locale.ROOT)),
                start.isEmpty() ? Instant.EPOCH : Instant.parse(start),
                config.getDouble(SPEED));
    }

    /**
     * What does not fit together.
     *
     * @param values parsed values by key; options that are missing are not judged
     */
    static List<ConfigProblem> problems(Map<String, ?> values) {
        List<ConfigProblem> problems = new ArrayList<>();
        boolean virtual = "virtual".equals(values.get(CLOCK));
        boolean wall = "wall".equals(values.get(CLOCK));
        if (values.get(START) instanceof String start) {
            if (virtual && start.isEmpty()) {
                problems.add(new ConfigProblem(
                        START,
                        START + " must be set with clock=virtual: give the first instant, such as "
                                + "2026-01-01T00:00:00Z."));
            }
            if (wall && !start.isEmpty()) {
                problems.add(new ConfigProblem(
                        START, START + " means nothing with clock=wall: leave it out, or set clock to virtual."));
            }
        }
        if (wall && values.get(SPEED) instanceof Double speed && speed != 1) {
            problems.add(new ConfigProblem(
                    SPEED, SPEED + " must be 1 with clock=wall: leave it out, or set clock to virtual."));
        }
        return problems;
    }

    EventClock clock(Schedule schedule) {
        return switch (mode) {
            case WALL -> posting -> System.currentTimeMillis();
            case VIRTUAL -> {
                long first = start.toEpochMilli();
                yield posting -> first + TimeUnit.NANOSECONDS.toMillis(schedule.dueNanos(posting));
            }
        };
    }

    private static void checkStart(String name, Object value) {
        String start = (String) value;
        if (start == null || start.isEmpty()) {
            return;
        }
        try {
            Instant instant = Instant.parse(start);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST_START)) {
                throw new ConfigException(name, value, "must lie between the years 1970 and 9999.");
            }
        } catch (DateTimeException notAnInstant) {
            throw new ConfigException(name, value, "must be an instant such as 2026-01-01T00:00:00Z.");
        }
    }
}
