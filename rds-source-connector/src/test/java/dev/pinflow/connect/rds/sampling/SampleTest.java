package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Property
    void staysWithinTheKeys(
            @ForAll long seed,
            @ForAll @LongRange(min = 0) long posting,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long min,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long span) {
        KeyRange keys = new KeyRange(min, min + span);

        assertThat(new Sample(keys, seed).positionOf(posting)).isBetween(keys.min(), keys.max());
    }

    @Property
    void dependsOnNothingButSeedAndPosting(@ForAll long seed, @ForAll @LongRange(min = 1, max = 1000) long posting) {
        KeyRange keys = new KeyRange(0, 11_153);
        Sample asked = new Sample(keys, seed);
        asked.positionOf(posting + 1);

        assertThat(asked.positionOf(posting)).isEqualTo(new Sample(keys, seed).positionOf(posting));
    }

    @Test
    void drawsEachPositionEquallyOften() {
        int[] drawn = new int[100];
        Sample sample = new Sample(new KeyRange(0, 99), 7);

        LongStream.range(0, 100_000).forEach(posting -> drawn[(int) sample.positionOf(posting)]++);

        double chiSquare = 0;
        for (int count : drawn) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
        }
        // 99 degrees of freedom: above 149 once in a thousand fair samples; the seed is fixed.
        assertThat(chiSquare).isLessThan(149);
    }

    @Test
    void doesNotFavourSmallPositionsInHugeRanges() {
        KeyRange keys = new KeyRange(0, Long.MAX_VALUE / 4 * 3);
        Sample sample = new Sample(keys, 7);

        long lowerThird = LongStream.range(0, 30_000)
                .map(sample::positionOf)
                .filter(position -> position < keys.max() / 3)
                .count();

        assertThat(lowerThird).isBetween(9_700L, 10_300L);
    }

    @Test
    void neighbouringSeedsDrawDifferentPositions() {
        KeyRange keys = new KeyRange(0, Long.MAX_VALUE - 1);
        Sample zero = new Sample(keys, 0);
        Sample one = new Sample(keys, 1);
        Set<Long> drawn = new HashSet<>();

        LongStream.range(0, 1000).forEach(posting -> {
            drawn.add(zero.positionOf(posting));
            drawn.add(one.positionOf(posting));
        });

        assertThat(drawn).hasSize(2000);
    }
}
