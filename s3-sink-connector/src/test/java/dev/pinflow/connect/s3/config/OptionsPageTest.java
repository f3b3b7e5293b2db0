package dev.pinflow.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/**
 * The page that documents the options is Kafka's own rendering of their definition. To write it anew:
 * {@code ./mvnw verify -pl s3-sink-connector -am -Dtest=*OptionsPageTest -Dtest.options=-Dpinflow.options.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false -DskipITs}.
 */
class OptionsPageTest {
    private static final Path PAGE = Path.of("OPTIONS.rst");

    @Test
    void thePageSaysWhatTheDefinitionSays() throws IOException {
        String page = "Options of s3-sink-connector\n============================\n\n"
                + SinkConfig.definition().toEnrichedRst().strip() + "\n";
        if (Boolean.getBoolean("pinflow.options.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    @Test
    void everyOptionHasItsGroupItsNameAndASentence() {
        assertThat(SinkConfig.definition().configKeys().values()).allSatisfy(key -> {
            assertThat(key.group).as(key.name).isNotNull();
            assertThat(key.displayName).as(key.name).matches("[A-Z].*").doesNotContain(".");
            assertThat(key.documentation).as(key.name).endsWith(".");
        });
        assertThat(SinkConfig.definition().configKeys().values())
                .extracting((ConfigKey key) -> key.displayName)
                .doesNotHaveDuplicates();
    }
}
