package dev.pinflow.connect.rds.schedule;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide how postings follow each other.
 *
 * @param perSecond the mean rate over all tasks; 0 for as fast as possible, or where the steps have rates of their own
 * @param burstSize postings at once, with {@link SchedulePattern#BURST}
 * @param steps rates and times, with {@link SchedulePattern#STEP}
 * @param periodMillis how long a day is, with {@link SchedulePattern#DIURNAL}
 * @param amplitude how far a day's rate departs from its mean, from 0 to 1
 * @param seed what random pauses depend on
 */
record PatternConfig(
        SchedulePattern pattern,
        double perSecond,
        long burstSize,
        List<Step> steps,
        long periodMillis,
        double amplitude,
        long seed) {
    private static final double MILLIS_PER_SECOND = 1e3;

    /** Of a configuration that has no {@link #problems}. */
    static PatternConfig of(AbstractConfig config) {
        String steps = config.getString(PatternOptions.STEPS);
        return new PatternConfig(
                SchedulePattern.valueOf(
                        config.getString(PatternOptions.SCHEDULE).toUpperCase(Locale.ROOT)),
                config.getDouble(PatternOptions.POSTINGS_PER_SECOND),
                config.getLong(PatternOptions.BURST_SIZE),
                steps.isEmpty() ? List.of() : Step.parse(steps),
                config.getLong(PatternOptions.PERIOD),
                config.getDouble(PatternOptions.AMPLITUDE),
                config.getLong(SamplingConfig.SEED));
    }

    /** A schedule for one thread. */
    Schedule schedule() {
        return switch (pattern) {
            case MAX -> new Unlimited();
            case CONSTANT -> perSecond > 0 ? new ConstantRate(perSecond) : new Unlimited();
            case UNIFORM -> new UniformPauses(perSecond, seed);
            case POISSON -> new PoissonPauses(perSecond, seed);
            case DIURNAL -> RepeatedSteps.diurnal(perSecond, periodMillis / MILLIS_PER_SECOND, amplitude);
            case BURST -> new Bursts(perSecond, burstSize);
            case STEP -> new RepeatedSteps(steps);
        };
    }

    /**
     * What does not fit together.
     *
     * @param values parsed values by key; options that are missing are not judged
     */
    static List<ConfigProblem> problems(Map<String, ?> values) {
        List<ConfigProblem> problems = new ArrayList<>();
        SchedulePattern.find(values.get(PatternOptions.SCHEDULE)).ifPresent(pattern -> {
            if (values.get(PatternOptions.POSTINGS_PER_SECOND) instanceof Double perSecond) {
                rateProblem(pattern, perSecond).ifPresent(problems::add);
            }
            if (values.get(PatternOptions.STEPS) instanceof String steps) {
                stepsProblem(pattern, steps).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static Optional<ConfigProblem> rateProblem(SchedulePattern pattern, double perSecond) {
        boolean hasRate = perSecond > 0;
        return switch (pattern) {
            case CONSTANT -> Optional.empty();
            case MAX ->
                conflict(
                        hasRate,
                        PatternOptions.SCHEDULE,
                        "schedule=max posts as fast as possible, but postings.per.second is " + perSecond
                                + ": set schedule to constant, or postings.per.second to 0.");
            case UNIFORM, POISSON, DIURNAL, BURST ->
                conflict(
                        !hasRate,
                        PatternOptions.POSTINGS_PER_SECOND,
                        PatternOptions.POSTINGS_PER_SECOND + " must be above 0 with schedule=" + pattern
                                + ", which needs a mean rate: set it, or schedule to max.");
            case STEP ->
                conflict(
                        hasRate,
                        PatternOptions.POSTINGS_PER_SECOND,
                        PatternOptions.POSTINGS_PER_SECOND
                                + " must be 0 with schedule=step, whose rates are in schedule.steps: leave it "
                                + "out, or set schedule to constant.");
        };
    }

    private static Optional<ConfigProblem> stepsProblem(SchedulePattern pattern, String steps) {
        return pattern == SchedulePattern.STEP
                ? conflict(
                        steps.isEmpty(),
                        PatternOptions.STEPS,
                        PatternOptions.STEPS
                                + " must be set with schedule=step: list postings per second:seconds, such as "
                                + "10:60,100:30,0:10.")
                : conflict(
                        !steps.isEmpty(),
                        PatternOptions.STEPS,
                        PatternOptions.STEPS + " means nothing with schedule=" + pattern
                                + ": leave it out, or set schedule to step.");
    }

    private static Optional<ConfigProblem> conflict(boolean exists, String key, String message) {
        return exists ? Optional.of(new ConfigProblem(key, message)) : Optional.empty();
    }

    /** The validator of the steps' text. */
    static void checkSteps(String name, Object value) {
        String steps = (String) value;
        if (steps != null && !steps.isEmpty()) {
            try {
                Step.parse(steps);
            } catch (IllegalArgumentException wrong) {
                throw new ConfigException(name, value, wrong.getMessage() + "; list steps such as 10:60,100:30,0:10.");
            }
        }
    }
}
