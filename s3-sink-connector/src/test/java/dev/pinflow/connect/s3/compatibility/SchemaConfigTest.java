package dev.pinflow.connect.s3.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaConfigTest {
    @Test
    void hasConfluentsDefaults() {
        assertThat(read(Map.of())).isEqualTo(new SchemaConfig(SchemaCompatibility.NONE, false));
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryMode(SchemaCompatibility mode) {
        assertThat(read(Map.of("schema.compatibility", mode.name(), "schema.objects", "per-schema")))
                .isEqualTo(new SchemaConfig(mode, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "backward", "BACKWARD_TRANSITIVE"})
    void refusesUnknownModesInsteadOfTakingThemForNone(String mode) {
        assertThatThrownBy(() -> read(Map.of("schema.compatibility", mode)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("NONE, BACKWARD, FORWARD, FULL");
    }

    private static SchemaConfig read(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        SchemaConfig.define(def);
        return SchemaConfig.from(new AbstractConfig(def, options, false));
    }
}
