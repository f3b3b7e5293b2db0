package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0..0", "-5..11153", "-9223372036854775807..-1"})
    void readsWhatItWrites(String text) {
        assertThat(KeyRange.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5..", "..5", "9..0", "1...2", "a..b", "0..99999999999999999999", "1..2 "})
    void otherTextIsNoRange(String text) {
        assertThat(KeyRange.parse(text)).isEmpty();
    }

    @Test
    void growsToHoldMore() {
        assertThat(new KeyRange(3, 5).and(new KeyRange(1, 4))).isEqualTo(new KeyRange(1, 5));
        assertThat(new KeyRange(3, 5).upTo(9)).isEqualTo(new KeyRange(3, 9));
        assertThat(new KeyRange(3, 5).upTo(4)).isEqualTo(new KeyRange(3, 5));
    }
}
