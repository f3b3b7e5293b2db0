package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 512;

    private long now = Long.MAX_VALUE - SECOND; // the clock may overflow at any time
    private boolean stopped;
    private int rests;

    private Pacer pacer(Schedule schedule) {
        return pacer(schedule, 1, 1);
    }

    private Pacer pacer(Schedule schedule, double speed, double share) {
        return new Pacer(schedule, speed, share, () -> now, this::rest);
    }

    private boolean rest(long nanos) {
        rests++;
        if (!stopped) {
            now += nanos;
        }
        return stopped;
    }

    /** A task that has every {@code stride}-th posting. */
    private final class Task {
        private final Pacer pacer;
        private final int stride;
        private long next;
        private long left;

        Task(Pacer pacer, int stride, long next) {
            this.pacer = pacer;
            this.stride = stride;
            this.next = next;
        }

        int release() throws InterruptedException {
            int due = pacer.await(next, BATCH);
            next += (long) due * stride;
            left += due;
            return due;
        }

        long releaseFor(long nanos) throws InterruptedException {
            long end = now + nanos;
            long before = left;
            while (now - end < 0) {
                release();
            }
            return left - before;
        }
    }

    private Task alone(Schedule schedule) {
        return new Task(pacer(schedule), 1, 0);
    }

    @Test
    void withoutALimitEverythingLeavesAtOnce() throws InterruptedException {
        Pacer pacer = pacer(new Unlimited());

        assertThat(pacer.isUnlimited()).isTrue();
        assertThat(pacer.await(0, BATCH)).isEqualTo(BATCH);
        assertThat(pacer.await(BATCH, BATCH)).isEqualTo(BATCH);
        assertThat(pacer.targetPerSecond()).isNaN();
        assertThat(rests).isZero();
    }

    @Test
    void keepsALowRate() throws InterruptedException {
        Task task = alone(new ConstantRate(2));

        assertThat(task.release()).isEqualTo(1);
        assertThat(task.releaseFor(10 * SECOND)).isBetween(19L, 20L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 7, 500, 5000, 20_000})
    void keepsEveryRateInFewGroups(double rate) throws InterruptedException {
        Task task = alone(new ConstantRate(rate));

        assertThat(task.releaseFor(100 * SECOND) / 100.0 / rate).isBetween(0.98, 1.02);
        assertThat(rests).isLessThanOrEqualTo(100 * 101);
    }

    @Test
    void restsAFewTimesASecondWhenLittleIsDue() throws InterruptedException {
        alone(new ConstantRate(0.01)).releaseFor(100 * SECOND);

        assertThat(rests).isLessThanOrEqualTo(100 * 5 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void theTasksHaveTheRateTogether(int tasks) throws InterruptedException {
        long left = 0;
        for (int task = 0; task < tasks; task++) {
            left += new Task(pacer(new ConstantRate(1000), 1, 1.0 / tasks), tasks, task).releaseFor(60 * SECOND);
        }

        assertThat(left).isBetween(59_900L, 60_100L);
    }

    @Test
    void theTasksShareEveryBurst() throws InterruptedException {
        for (int task = 0; task < 4; task++) {
            Task quarter = new Task(pacer(new Bursts(10, 100), 1, 0.25), 4, task);

            assertThat(quarter.release()).isEqualTo(25);
            assertThat(quarter.releaseFor(9 * SECOND)).isZero();
            assertThat(quarter.releaseFor(2 * SECOND)).isEqualTo(25);
        }
    }

    @Test
    void resumesWithoutWaitingForWhatIsDone() throws InterruptedException {
        Task task = new Task(pacer(new ConstantRate(10)), 1, 1_000_000);

        assertThat(task.release()).isEqualTo(1);
        assertThat(task.releaseFor(10 * SECOND)).isBetween(99L, 101L);
    }

    @Test
    void postingsPassedOverCostNothingButThePauseAfterTheLastOne() throws InterruptedException {
        Task task = alone(new ConstantRate(2));
        task.releaseFor(10 * SECOND);
        long before = now;
        task.next += 1_000_000_000_000L;

        while (task.release() == 0) {
            assertThat(now - before).isLessThan(SECOND);
        }

        assertThat(now - before).isBetween(0L, SECOND / 2);
        assertThat(task.releaseFor(10 * SECOND)).isBetween(19L, 21L);
    }

    /** As when every tenth key exists: the rate is that of the postings which are not passed over. */
    @Test
    void manySmallLeapsKeepTheRate() throws InterruptedException {
        Task task = alone(new ConstantRate(100));
        long end = now + 60 * SECOND;

        while (now - end < 0) {
            if (task.release() > 0) {
                task.next += 1000;
            }
        }

        assertThat(task.left).isBetween(5_900L, 6_050L);
    }

    @Test
    void aLeapToTheEndOfTheNumbersKeepsTheRate() throws InterruptedException {
        Task task = alone(new ConstantRate(100));
        task.releaseFor(SECOND);
        task.next = Long.MAX_VALUE - 10_000;

        assertThat(task.releaseFor(60 * SECOND)).isBetween(5_990L, 6_010L);
    }

    /** Stride 0 is 1000 rounds behind the others, as after a crash of the task that had it: 0, 8, 16 … come alone. */
    @Test
    void aStrideThatLagsBehindCatchesUpAtTheRate() throws InterruptedException {
        Pacer pacer = pacer(new ConstantRate(100));
        long next = 0;
        long left = 0;
        long end = now + 9 * SECOND;
        while (now - end < 0) {
            int due = pacer.await(next, BATCH);
            next += 8L * due;
            left += due;
        }

        assertThat(left).isBetween(890L, 1010L);
    }

    @Test
    void blocksForOneSliceAtMost() throws InterruptedException {
        Task task = alone(new ConstantRate(0.1));
        task.release();
        long before = now;

        assertThat(task.release()).isZero();
        assertThat(now - before).isEqualTo(Pacer.SLICE_NANOS);
    }

    @Test
    void returnsAtOnceWhenStopped() throws InterruptedException {
        Task task = alone(new ConstantRate(0.1));
        task.release();
        stopped = true;
        long before = now;

        assertThat(task.release()).isZero();
        assertThat(now).isEqualTo(before);
    }

    @Test
    void catchesUpWithOneSecondAfterALongPause() throws InterruptedException {
        Task task = alone(new ConstantRate(100));
        task.release();
        now += 3600 * SECOND;

        assertThat(task.release()).isBetween(100, 102);
        assertThat(task.releaseFor(SECOND)).isBetween(99L, 102L);
    }

    @Test
    void playsADayInAMinute() throws InterruptedException {
        Schedule day = RepeatedSteps.diurnal(0.5, 86_400, 0.8);
        Task task = new Task(pacer(day, 1440, 1), 1, 0);

        assertThat(task.releaseFor(60 * SECOND)).isBetween(43_180L, 43_220L);
    }

    @Test
    void tellsItsPartOfTheRateThatIsWantedNow() throws InterruptedException {
        Pacer pacer = pacer(new RepeatedSteps(Step.parse("100:10,0:10")), 2, 0.5);
        Task task = new Task(pacer, 2, 0);

        assertThat(pacer.targetPerSecond()).isEqualTo(100.0);
        task.releaseFor(4 * SECOND);
        assertThat(pacer.targetPerSecond()).isEqualTo(100.0);
        task.releaseFor(2 * SECOND);
        assertThat(pacer.targetPerSecond()).isZero();
        assertThat(task.releaseFor(5 * SECOND)).isPositive();
        assertThat(pacer.targetPerSecond()).isEqualTo(100.0);
    }

    @Test
    void followsEverySchedule() throws InterruptedException {
        List<Schedule> schedules = List.of(
                new UniformPauses(100, 1),
                new PoissonPauses(100, 1),
                RepeatedSteps.diurnal(100, 50, 0.8),
                new Bursts(100, 100),
                new RepeatedSteps(Step.parse("300:1,0:2")));
        for (Schedule schedule : schedules) {
            rests = 0;

            // The random ones vary by the root of their number.
            assertThat(alone(schedule).releaseFor(300 * SECOND))
                    .as("%s", schedule)
                    .isBetween(29_500L, 30_500L);
            assertThat(rests).as("%s", schedule).isLessThanOrEqualTo(300 * 101);
        }
    }
}
