package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PythonRandomTest {
    @Test
    void givesTheSameBitsAsPythonForTheSameSeed() {
        PythonRandom random = new PythonRandom(100);

        // CPython 3: random.seed(100); [random.getrandbits(32) for _ in range(5)]
        assertThat(LongStream.generate(() -> Integer.toUnsignedLong(random.nextInt()))
                        .limit(5))
                .containsExactly(625644691L, 1973661107L, 1953896601L, 4087596401L, 3310491232L);
    }

    @Test
    void staysBelowItsBound() {
        PythonRandom random = new PythonRandom(1);

        for (int i = 0; i < 10_000; i++) {
            assertThat(random.below(3)).isBetween(0, 2);
        }
    }
}
