package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleConfigTest {
    private static final Rest NO_REST = nanos -> false;

    private static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        SamplingConfig.define(def);
        ScheduleConfig.define(def);
        return def;
    }

    private static ScheduleConfig parse(Map<String, String> options) {
        return ScheduleConfig.of(new AbstractConfig(definition(), options, false));
    }

    /** Options as {@code key=value} separated by blanks. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new HashMap<>();
        for (String option : text.strip().split(" +", -1)) {
            options.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return options;
    }

    @Test
    void postsAsFastAsPossibleForEverByDefault() {
        ScheduleConfig config = parse(Map.of());

        assertThat(config)
                .isEqualTo(new ScheduleConfig(
                        new PatternConfig(SchedulePattern.CONSTANT, 0, 100, List.of(), 86_400_000, 0.8, 100),
                        new ClockConfig(ClockMode.WALL, Instant.EPOCH, 1),
                        -1));
        assertThat(config.limit()).isEqualTo(Long.MAX_VALUE);
        assertThat(config.pacer(1, NO_REST).isUnlimited()).isTrue();
    }

    @Test
    void takesEveryOption() {
        assertThat(parse(options("schedule=diurnal postings.per.second=2.5 schedule.burst.size=7 "
                        + "schedule.period.ms=60000 schedule.amplitude=0.5 postings.max=9 clock=virtual "
                        + "clock.start=2026-01-01T00:00:00Z clock.speed=60 seed=3")))
                .isEqualTo(new ScheduleConfig(
                        new PatternConfig(SchedulePattern.DIURNAL, 2.5, 7, List.of(), 60_000, 0.5, 3),
                        new ClockConfig(ClockMode.VIRTUAL, Instant.parse("2026-01-01T00:00:00Z"), 60),
                        9));
        assertThat(parse(options("schedule=step schedule.steps=10:60,0.5:2"))
                        .pattern()
                        .steps())
                .containsExactly(new Step(10, 60), new Step(0.5, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule=max",
                "schedule=constant postings.per.second=5",
                "schedule=uniform postings.per.second=1",
                "schedule=poisson postings.per.second=1e6",
                "schedule=diurnal postings.per.second=1000000000 schedule.amplitude=1",
                "schedule=burst postings.per.second=1",
                "schedule=step schedule.steps=0:10,5:1",
                "clock=virtual clock.start=1970-01-01T00:00:00Z clock.speed=0",
            })
    void acceptsWhatFitsTogether(String options) {
        ScheduleConfig config = parse(options(options));

        assertThat(config.clock().millis(1)).isNotNegative();
        assertThat(config.pacer(0.5, NO_REST).isUnlimited())
                .isEqualTo(options.startsWith("schedule=max") || options.startsWith("clock"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule=max postings.per.second=5            | schedule            | set schedule to constant",
                "schedule=uniform                              | postings.per.second | above 0 with schedule=uniform",
                "schedule=poisson                              | postings.per.second | above 0 with schedule=poisson",
                "schedule=diurnal                              | postings.per.second | above 0 with schedule=diurnal",
                "schedule=burst                                | postings.per.second | above 0 with schedule=burst",
                "schedule=step schedule.steps=1:1 postings.per.second=1 | postings.per.second | must be 0 with schedule=step",
                "schedule=step                                 | schedule.steps      | must be set with schedule=step",
                "schedule.steps=1:1                            | schedule.steps      | set schedule to step",
                "clock=virtual                                 | clock.start         | must be set with clock=virtual",
                "clock.start=2026-01-01T00:00:00Z              | clock.start         | set clock to virtual",
                "clock.speed=2                                 | clock.speed         | set clock to virtual",
            })
    void namesTheOptionTheRuleAndTheWayOutOfAConflict(String options, String key, String rule) {
        AbstractConfig config = new AbstractConfig(definition(), options(options), false);

        assertThat(ScheduleConfig.problems(config.values())).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.message()).contains(key).contains(rule);
        });
        assertThatThrownBy(() -> parse(options(options)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void reportsAllConflictsAtOnceAndJudgesNothingThatIsMissing() {
        Map<String, Object> values = new HashMap<>(
                new AbstractConfig(definition(), options("schedule=step postings.per.second=1 clock=virtual"), false)
                        .values());

        assertThat(ScheduleConfig.problems(values))
                .extracting(ConfigProblem::key)
                .containsExactly("postings.per.second", "schedule.steps", "clock.start");

        values.put("schedule", "no such schedule");
        values.remove("clock.start");
        assertThat(ScheduleConfig.problems(values)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule=random                | schedule                | max, constant, uniform",
                "schedule.burst.size=0          | schedule.burst.size     | at least 1",
                "schedule.period.ms=999         | schedule.period.ms      | at least 1000",
                "schedule.amplitude=1.1         | schedule.amplitude      | from 0 to 1",
                "schedule.amplitude=NaN         | schedule.amplitude      | from 0 to 1",
                "schedule.steps=10              | schedule.steps          | postings per second:seconds",
                "schedule.steps=1:2,            | schedule.steps          | postings per second:seconds",
                "schedule.steps=-1:2            | schedule.steps          | the rate in '-1:2'",
                "schedule.steps=1:0             | schedule.steps          | the time in '1:0'",
                "schedule.steps=1:x             | schedule.steps          | 'x' is not a number",
                "schedule.steps=0:1,0:2         | schedule.steps          | no step has a rate above 0",
                "clock=sun                      | clock                   | wall, virtual",
                "clock.start=yesterday          | clock.start             | an instant such as",
                "clock.start=1969-12-31T23:59:59Z | clock.start           | 1970",
                "clock.speed=-1                 | clock.speed             | from 0",
                "clock.speed=NaN                | clock.speed             | from 0",
            })
    void refusesWrongValues(String option, String key, String rule) {
        assertThatThrownBy(() -> parse(options(option)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule=max                   | ",
                "schedule=constant              | postings.per.second",
                "schedule=burst                 | postings.per.second schedule.burst.size",
                "schedule=diurnal               | postings.per.second schedule.period.ms schedule.amplitude",
                "schedule=step                  | schedule.steps",
                "schedule=max clock=virtual     | clock.start clock.speed",
            })
    void showsOnlyWhatApplies(String options, String shown) {
        List<String> dependents = List.of(
                "postings.per.second",
                "schedule.burst.size",
                "schedule.steps",
                "schedule.period.ms",
                "schedule.amplitude",
                "clock.start",
                "clock.speed");

        String visible = definition().validate(options(options)).stream()
                .filter(value -> value.visible() && dependents.contains(value.name()))
                .map(ConfigValue::name)
                .sorted(Comparator.comparing(dependents::indexOf))
                .collect(Collectors.joining(" "));

        assertThat(visible).isEqualTo(shown == null ? "" : shown);
    }

    @Test
    void virtualEventTimesAreTheSameInEveryRun() {
        Map<String, String> options =
                options("schedule=poisson postings.per.second=3 clock=virtual clock.start=2026-01-01T00:00:00Z");
        EventClock clock = parse(options).clock();
        EventClock again = parse(options).clock();
        clock.millis(70_000);

        for (long posting = 0; posting < 5000; posting++) {
            assertThat(clock.millis(posting)).isEqualTo(again.millis(posting));
        }
        assertThat(clock.millis(0))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
        assertThat(clock.millis(3072))
                .isEqualTo(Instant.parse("2026-01-01T00:17:04Z").toEpochMilli());
    }

    @Test
    void virtualEventTimesWithoutARateAreTheStart() {
        EventClock clock =
                parse(options("clock=virtual clock.start=2026-01-01T00:00:00Z")).clock();

        assertThat(clock.millis(1_000_000))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void wallClockEventTimesAreTheTimeOfAsking() {
        long before = System.currentTimeMillis();

        assertThat(parse(Map.of()).clock().millis(5)).isBetween(before, System.currentTimeMillis());
    }
}
