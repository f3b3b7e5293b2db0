package dev.pinflow.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSettingTest {
    @ParameterizedTest
    @CsvSource({
        "user-id, user.id",
        "stream.thread, stream.threads",
        "comit.interval.ms, commit.interval.ms",
        "answers.enable, answers.enabled",
    })
    void aMisspeltNameIsCorrected(String key, String meant) {
        assertThat(UnknownSetting.message(key))
                .startsWith("Unknown configuration " + key + ": did you mean " + meant + "?");
    }

    @Test
    void aNameOfKafkasIsToldItsPrefix() {
        assertThat(UnknownSetting.message("security.protocol"))
                .isEqualTo("Unknown configuration security.protocol: see CONFIGURATION.md for the names, or begin it "
                        + "with kafka. or serde. when it is a setting of Kafka or of the serde.");
    }
}
