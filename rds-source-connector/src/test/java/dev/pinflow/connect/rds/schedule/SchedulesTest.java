package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every schedule. */
class SchedulesTest {
    /** A kind of schedule, made anew for every mean rate, so that nothing can be remembered between two of them. */
    record Kind(String name, DoubleFunction<Schedule> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(List.of(
                new Kind("constant", ConstantRate::new),
                new Kind("uniform", rate -> new UniformPauses(rate, 100)),
                new Kind("poisson", rate -> new PoissonPauses(rate, 100)),
                new Kind("diurnal", rate -> RepeatedSteps.diurnal(rate, 60, 0.8)),
                new Kind("diurnal to nothing", rate -> RepeatedSteps.diurnal(rate, 86_400, 1)),
                new Kind("diurnal without tide", rate -> RepeatedSteps.diurnal(rate, 7, 0)),
                new Kind("burst", rate -> new Bursts(rate, 100)),
                new Kind(
                        "step",
                        rate -> new RepeatedSteps(
                                List.of(new Step(0, 1), new Step(3 * rate, 1), new Step(0, 1), new Step(rate, 1))))));
    }

    @Property
    void noPostingIsDueBeforeAnEarlierOne(
            @ForAll("kinds") Kind kind,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double rate,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 3000) long from,
            @ForAll @LongRange(min = 0, max = 2998) long later) {
        Schedule schedule = kind.of().apply(rate);

        assertThat(schedule.pauseNanos(from, from + later))
                .isNotNegative()
                .isLessThanOrEqualTo(schedule.pauseNanos(from, from + later + 1));
        assertThat(schedule.dueNanos(from)).isNotNegative().isLessThanOrEqualTo(schedule.dueNanos(from + 1));
    }

    /** Whatever was asked before, and by whichever task. */
    @Property
    void dueTimesDependOnTheNumberAlone(
            @ForAll("kinds") Kind kind,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double rate,
            @ForAll @LongRange(min = 0, max = 1L << 40) long posting,
            @ForAll @LongRange(min = 0, max = 1L << 40) long other) {
        Schedule asked = kind.of().apply(rate);
        asked.dueNanos(other);

        assertThat(asked.dueNanos(posting)).isEqualTo(kind.of().apply(rate).dueNanos(posting));
    }

    @Property
    void pausesAreTheDifferencesOfDueTimes(
            @ForAll("kinds") Kind kind,
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double rate,
            @ForAll @LongRange(min = 0, max = 10_000_000) long posting,
            @ForAll @IntRange(max = 5000) int later) {
        Schedule schedule = kind.of().apply(rate);

        long difference = schedule.dueNanos(posting + later) - schedule.dueNanos(posting);

        assertThat(schedule.pauseNanos(posting, posting + later)).isBetween(difference - 64, difference + 64);
    }

    @Property
    void theMeanRateHoldsInTheLongRun(
            @ForAll("kinds") Kind kind,
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double rate,
            @ForAll @LongRange(min = 0, max = 1L << 50) long from) {
        Schedule schedule = kind.of().apply(rate);
        long postings = (long) (100 * 86_400 * rate) + 1_024_000;

        double seconds = schedule.pauseNanos(from, from + postings) / 1e9;

        assertThat(postings / seconds / rate).isBetween(0.99, 1.01);
    }

    /** The rate that metrics show is the one at which postings come due. */
    @Property(tries = 200)
    void theRateAtATimeIsTheDensityOfPostingsThere(@ForAll("kinds") Kind kind, @ForAll @IntRange(max = 100) int at) {
        Schedule schedule = kind.of().apply(1e6);
        double seconds = LongStream.range(0, 10)
                        .map(i -> schedule.pauseNanos((at + i) * 10_240L, (at + i + 1) * 10_240L))
                        .sum()
                / 1e9;
        long middle = schedule.dueNanos((at + 5) * 10_240L + 7);

        if (seconds < 0.9) {
            assertThat(schedule.perSecondAt(middle) * seconds / 102_400).isBetween(0.8, 1.2);
        }
    }

    /** The limit is far from what it takes, and farther from what a replay from the first posting would. */
    @Property(tries = 16)
    void anyPostingIsFoundQuickly(@ForAll("kinds") Kind kind, @ForAll @LongRange(min = 0, max = 1L << 40) long from) {
        Schedule schedule = kind.of().apply(1000);

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (long later = 0; later < 200_000; later++) {
                schedule.pauseNanos(from, from + later);
            }
        });
    }

    @Property
    void sparseKeysHaveExactPausesToo(
            @ForAll @LongRange(min = 1L << 61, max = Long.MAX_VALUE - 10) long from,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double rate) {
        assertThat(new ConstantRate(rate).pauseNanos(from, from + 10) / 1e10 * rate)
                .isBetween(0.999999, 1.000001);
        assertThat(RepeatedSteps.diurnal(rate, 86_400, 0).pauseNanos(from, from + 10) / 1e10 * rate)
                .isBetween(0.999, 1.001);
    }
}
