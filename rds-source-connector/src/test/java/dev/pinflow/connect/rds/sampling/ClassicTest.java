package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClassicTest {
    @Test
    void beginsWithThePositionsThatTheClassicEmulatorPosts() {
        Classic classic = new Classic();

        assertThat(LongStream.range(0, 13).map(classic::positionOf))
                .containsExactly(
                        7528L, 2863L, 5730L, 8304L, 8731L, 1313L, 4315L, 10794L, 5494L, 5069L, 2923L, 3089L, 6063L);
    }

    @Test
    void staysWithPythonForALongTime() {
        Classic classic = new Classic();

        // CPython 3: random.seed(100), then 1,000 and 100,000 times randrange(0, 2) and randint(0, 11000).
        assertThat(classic.positionOf(999)).isEqualTo(5252);
        assertThat(classic.positionOf(99_999)).isEqualTo(9185);
    }

    @Test
    void findsAPositionAgainWhateverWasAskedBefore() {
        Classic classic = new Classic();
        classic.positionOf(5000);

        assertThat(classic.positionOf(0)).isEqualTo(7528);
        assertThat(classic.positionOf(7)).isEqualTo(10794);
        assertThat(classic.positionOf(7)).isEqualTo(10794);
        assertThat(classic.positionOf(3)).isEqualTo(8304);
    }

    @Test
    void neverEnds() {
        assertThat(new Classic().length()).isEqualTo(Long.MAX_VALUE);
    }
}
