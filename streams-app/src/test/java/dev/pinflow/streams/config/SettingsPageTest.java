package dev.pinflow.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

/**
 * The tables of CONFIGURATION.md say what the definition says; what stands around them is written by hand. To write them
 * anew: {@code ./mvnw verify -pl streams-app -am -Dtest=SettingsPageTest -Dtest.options=-Dpinflow.options.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false -DskipITs}.
 */
class SettingsPageTest {
    private static final Path PAGE = Path.of("CONFIGURATION.md");
    private static final String BEGIN = "<!-- begin: written by SettingsPageTest -->\n";
    private static final String END = "<!-- end: written by SettingsPageTest -->\n";

    @Test
    void thePageSaysWhatTheDefinitionSays() throws IOException {
        String before = Files.readString(PAGE);
        String page =
                before.substring(0, before.indexOf(BEGIN)) + BEGIN + tables() + before.substring(before.indexOf(END));
        if (Boolean.getBoolean("pinflow.options.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    private static String tables() {
        return StreamsSettings.DEFINITION.configKeys().values().stream()
                .sorted(Comparator.comparing((ConfigKey key) -> key.importance).thenComparing(key -> key.name))
                .map(SettingsPageTest::row)
                .collect(Collectors.joining(
                        "", "| setting | type | default | importance | |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(ConfigKey key) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        key.name,
                        type(key),
                        standard(key),
                        lower(key.importance),
                        key.documentation.replace("|", "\\|").replace("<", "&lt;"));
    }

    private static String type(ConfigKey key) {
        String values = key.validator == null ? "" : key.validator.toString();
        return values.isEmpty() ? lower(key.type) : lower(key.type) + ", " + values;
    }

    private static String standard(ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String value = key.defaultValue instanceof Password password
                ? password.value()
                : ConfigDef.convertToString(key.defaultValue, key.type);
        String portable = value.replace(System.getProperty("java.io.tmpdir"), "<temporary folder>");
        return portable.isEmpty() ? "empty" : "`" + portable + "`";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
