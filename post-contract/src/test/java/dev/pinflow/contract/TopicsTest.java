package dev.pinflow.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicsTest {
    @Test
    void namesEveryTopicOfOneUser() {
        assertThat(new Topics("0123456789ab").all())
                .containsExactly(
                        "user-0123456789ab.pin",
                        "user-0123456789ab.geo",
                        "user-0123456789ab.user",
                        "user-0123456789ab.curated.pin",
                        "user-0123456789ab.curated.geo",
                        "user-0123456789ab.curated.user",
                        "user-0123456789ab.rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "ä", "a b", "*"})
    void refusesIdsThatTopicNamesOrPatternsWouldMisread(String id) {
        assertThatThrownBy(() -> new Topics(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'")
                .hasMessageContaining("letters, digits");
    }
}
