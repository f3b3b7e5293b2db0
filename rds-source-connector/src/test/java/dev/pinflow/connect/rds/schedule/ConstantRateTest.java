package dev.pinflow.connect.rds.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class ConstantRateTest {
    @Property
    void noPostingIsDueBeforeAnEarlierOne(
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double rate,
            @ForAll @LongRange(min = 0, max = 1L << 40) long n) {
        Schedule schedule = new ConstantRate(rate);

        assertThat(schedule.dueNanos(n)).isNotNegative().isLessThanOrEqualTo(schedule.dueNanos(n + 1));
    }
}
