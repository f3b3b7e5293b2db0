package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What tells the schedules apart. */
class PausesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static double[] pauses(Schedule schedule, int count) {
        return LongStream.range(0, count)
                .mapToDouble(posting -> schedule.pauseNanos(posting, posting + 1) / 1e9)
                .sorted()
                .toArray();
    }

    private static List<Long> millis(Schedule schedule, int count) {
        return LongStream.range(0, count)
                .mapToObj(posting -> TimeUnit.NANOSECONDS.toMillis(schedule.dueNanos(posting)))
                .toList();
    }

    @Test
    void constantPausesAreEqual() {
        assertThat(millis(new ConstantRate(4), 5)).containsExactly(0L, 250L, 500L, 750L, 1000L);
    }

    @Property
    void uniformPausesAtOneASecondLieBetween0And2Seconds(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 1L << 20) long posting) {
        assertThat(new UniformPauses(1, seed).pauseNanos(posting, posting + 1)).isBetween(0L, 2 * SECOND);
    }

    @Test
    void uniformPausesAreSpreadEvenly() {
        double[] pauses = pauses(new UniformPauses(1, 100), 20_000);

        for (int decile = 1; decile < 10; decile++) {
            assertThat(pauses[decile * 2000]).isBetween(decile * 0.2 - 0.02, decile * 0.2 + 0.02);
        }
    }

    @Property
    void theUniformRateNeverDrifts(@ForAll long seed, @ForAll @LongRange(min = 0, max = 1L << 30) long posting) {
        assertThat(new UniformPauses(1, seed).dueNanos(posting) / 1e9).isBetween(posting - 1.0, posting + 1.0);
    }

    @Test
    void poissonPausesAreExponential() {
        double[] pauses = pauses(new PoissonPauses(1, 100), 102_400);

        for (int decile = 1; decile < 10; decile++) {
            double expected = -Math.log(1 - decile / 10.0);
            assertThat(pauses[decile * 10_240]).isBetween(expected * 0.97, expected * 1.03);
        }
    }

    @Property
    void eachBlockOfPoissonPausesHasTheMeanRate(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 1L << 30) long block) {
        assertThat(new PoissonPauses(1024, seed).pauseNanos(block * 1024, (block + 1) * 1024))
                .isEqualTo(SECOND);
    }

    @Test
    void anotherSeedMakesOtherPauses() {
        assertThat(millis(new UniformPauses(1, 1), 20)).isNotEqualTo(millis(new UniformPauses(1, 2), 20));
        assertThat(millis(new PoissonPauses(1, 1), 20)).isNotEqualTo(millis(new PoissonPauses(1, 2), 20));
    }

    /** 40 postings in 40 seconds; in the first quarter of the day the rate's mean is 1 - 0.8 · 2/π. */
    @Test
    void aDayBeginsWhenLeastIsPosted() {
        Schedule day = RepeatedSteps.diurnal(100, 40, 0.8);
        double quarter = 1 - 0.8 * 2 / Math.PI;

        assertThat(day.dueNanos((long) (1000 * quarter)) / 1e9).isBetween(9.99, 10.01);
        assertThat(day.dueNanos(2000) / 1e9).isBetween(19.999, 20.001);
        assertThat(day.dueNanos(4000) / 1e9).isBetween(39.999, 40.001);
        assertThat(day.perSecondAt(0)).isBetween(20.0, 20.1);
        assertThat(day.perSecondAt(20 * SECOND)).isBetween(179.9, 180.0);
        assertThat(day.perSecondAt(60 * SECOND)).isBetween(179.9, 180.0);
    }

    @Test
    void aBurstComesAtOnceAndKeepsTheMeanRate() {
        assertThat(millis(new Bursts(2, 3), 7)).containsExactly(0L, 0L, 0L, 1500L, 1500L, 1500L, 3000L);
    }

    @Test
    void stepsFollowEachOtherAndBeginAgain() {
        Schedule steps = new RepeatedSteps(Step.parse("0:1, 2:1.5, 0:0.5, 1:1"));

        assertThat(millis(steps, 9)).containsExactly(1000L, 1500L, 2000L, 3000L, 5000L, 5500L, 6000L, 7000L, 9000L);
        assertThat(List.of(
                        steps.perSecondAt(0),
                        steps.perSecondAt(SECOND),
                        steps.perSecondAt(5 * SECOND / 2),
                        steps.perSecondAt(3 * SECOND),
                        steps.perSecondAt(4 * SECOND)))
                .containsExactly(0.0, 2.0, 0.0, 1.0, 0.0);
    }

    @Test
    void stepsCarryFractionsOfAPostingOver() {
        assertThat(millis(new RepeatedSteps(Step.parse("0.5:3")), 5)).containsExactly(0L, 2000L, 4000L, 6000L, 8000L);
    }

    @Test
    void timesEndAfter146Years() {
        assertThat(new ConstantRate(1e-9).dueNanos(1000)).isEqualTo(Schedule.MAX_NANOS);
    }
}
