package dev.pinflow.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScatterTest {
    @Property(tries = 200)
    void visitsEveryPositionOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int size) {
        Scatter scatter = new Scatter(seed, Subject.TIMESTAMP_ORDER, size);
        assertThat(IntStream.range(0, size).map(scatter::at).sorted())
                .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
    }

    @Test
    void leavesFewPositionsInPlace() {
        Scatter scatter = new Scatter(100, Subject.TIMESTAMP_ORDER, 10_000);
        assertThat(IntStream.range(0, 10_000).filter(at -> scatter.at(at) == at).count())
                .isLessThan(20);
    }
}
