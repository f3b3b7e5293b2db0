package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page that documents the options is Kafka's own rendering of their definition. To write it anew:
 * {@code ./mvnw verify -pl rds-source-connector -am -Dtest=OptionsPageTest -Dtest.options=-Dpinflow.options.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false -DskipITs}.
 */
class OptionsPageTest {
    private static final Path PAGE = Path.of("OPTIONS.rst");

    @Test
    void thePageSaysWhatTheDefinitionSays() throws IOException {
        String page = "Options of rds-source-connector\n===============================\n\n"
                + PostingSourceConfig.definition().toEnrichedRst().strip() + "\n";
        if (Boolean.getBoolean("pinflow.options.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
