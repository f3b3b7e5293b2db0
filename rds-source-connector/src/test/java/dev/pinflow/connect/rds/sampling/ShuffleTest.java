package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private static final int MANY = 100_000;

    private static long[] shuffled(int size, long seed) {
        Shuffle shuffle = new Shuffle(new KeyRange(0, size - 1), seed);
        return LongStream.range(0, size).map(shuffle::positionOf).toArray();
    }

    private static boolean holdsEachOnce(KeyRange keys, long seed) {
        Shuffle shuffle = new Shuffle(keys, seed);
        BitSet seen = new BitSet();
        for (long posting = 0; posting < shuffle.length(); posting++) {
            seen.set(Math.toIntExact(shuffle.positionOf(posting) - keys.min()));
        }
        return seen.cardinality() == keys.size() && seen.length() == keys.size();
    }

    @Test
    void takesEachPositionOnceForAllSizesUpTo5000() {
        for (int size = 1; size <= 5000; size++) {
            assertThat(holdsEachOnce(new KeyRange(0, size - 1), size))
                    .as("size %d", size)
                    .isTrue();
        }
    }

    @Property
    void takesEachPositionOnceWhateverTheSeed(
            @ForAll long seed,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long min,
            @ForAll @IntRange(min = 1, max = 5000) int size) {
        assertThat(holdsEachOnce(new KeyRange(min, min + size - 1), seed)).isTrue();
    }

    @Property
    void staysWithinHugeRanges(
            @ForAll long seed, @ForAll @LongRange(min = 1) long size, @ForAll @LongRange(min = 0) long posting) {
        KeyRange keys = new KeyRange(0, size - 1);

        assertThat(new Shuffle(keys, seed).positionOf(posting % size)).isBetween(0L, size - 1);
    }

    @Property
    void takesDifferentPositionsForDifferentPostingsOfHugeRanges(
            @ForAll long seed,
            @ForAll @LongRange(min = 1L << 40) long size,
            @ForAll @LongRange(min = 0, max = 1L << 39) long posting) {
        Shuffle shuffle = new Shuffle(new KeyRange(0, size - 1), seed);

        assertThat(shuffle.positionOf(posting)).isNotEqualTo(shuffle.positionOf(posting + 1));
    }

    @Test
    void endsAfterTheLastPosition() {
        assertThat(new Shuffle(new KeyRange(5, 11), 1).length()).isEqualTo(7);
        assertThat(new Shuffle(new KeyRange(0, Long.MAX_VALUE - 1), 1).length()).isEqualTo(Long.MAX_VALUE);
    }

    /** The expected positions come from the same network written in Python: offsets rely on it never changing. */
    @Test
    void takesTheSameOrderForEver() {
        Shuffle huge = new Shuffle(new KeyRange(0, Long.MAX_VALUE - 1), 100);

        assertThat(shuffled(10, 100)).containsExactly(8, 0, 5, 3, 4, 1, 7, 6, 2, 9);
        assertThat(LongStream.range(0, 3).map(huge::positionOf))
                .containsExactly(1_927_246_769_431_661_845L, 4_981_314_606_268_547_658L, 1_080_215_379_146_919_564L);
    }

    @Test
    void movesPositionsAThirdOfTheRangeOnAverage() {
        long[] order = shuffled(MANY, 100);

        double displacement = LongStream.range(0, MANY)
                .map(posting -> Math.abs(order[(int) posting] - posting))
                .average()
                .orElseThrow();

        // A random permutation's mean is a third of the range, with a standard deviation of 0.1 % here.
        assertThat(displacement / MANY).isBetween(0.328, 0.339);
    }

    @Test
    void risesAndFallsBetweenNeighboursEquallyOften() {
        long[] order = shuffled(MANY, 100);

        long rises = LongStream.range(1, MANY)
                .filter(posting -> order[(int) posting] > order[(int) posting - 1])
                .count();

        // Standard deviation: the root of n / 12, which is 91.
        assertThat(rises).isBetween(MANY / 2 - 400L, MANY / 2 + 400L);
    }

    @Test
    void leavesHardlyAnyPositionInItsPlace() {
        long[] order = shuffled(MANY, 100);

        assertThat(LongStream.range(0, MANY).filter(posting -> order[(int) posting] == posting))
                .hasSizeLessThan(8);
    }

    @Test
    void spreadsTheFirstTenthOverTheWholeRange() {
        long[] order = shuffled(MANY, 100);
        int[] drawn = new int[100];
        for (int posting = 0; posting < MANY / 10; posting++) {
            drawn[(int) (order[posting] * 100 / MANY)]++;
        }

        double chiSquare = 0;
        for (int count : drawn) {
            chiSquare += (count - 100.0) * (count - 100.0) / 100.0;
        }
        // 99 degrees of freedom, without replacement still less: above 149 once in a thousand; the seed is fixed.
        assertThat(chiSquare).isLessThan(149);
    }

    @Property(tries = 100)
    void neighbouringSeedsTakeUnrelatedOrders(@ForAll long seed) {
        long[] one = shuffled(1000, seed);
        long[] other = shuffled(1000, seed + 1);

        assertThat(LongStream.range(0, 1000).filter(posting -> one[(int) posting] == other[(int) posting]))
                .hasSizeLessThan(12);
    }

    /** Over many seeds, each of the six orders of three positions comes about equally often. */
    @Test
    void doesNotFavourAnOrderOfFewPositions() {
        Map<List<Long>, Integer> times = new HashMap<>();
        for (long seed = 0; seed < 6000; seed++) {
            times.merge(LongStream.of(shuffled(3, seed)).boxed().toList(), 1, Integer::sum);
        }

        assertThat(times.values()).hasSize(6).allMatch(count -> count > 850 && count < 1150);
    }
}
