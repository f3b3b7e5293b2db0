package dev.pinflow.connect.s3.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of Confluent's sink is honoured with its type and default, or accepted without effect, or refused. */
class EveryConfluentOptionTest {
    /** Where a default differs on purpose. */
    private static final Map<String, String> DEFAULTS_OF_OUR_OWN = Map.of(
            "storage.class", "there is but one storage, so it may be left out",
            "aws.secret.access.key", "an absent secret is an empty one",
            "schema.generator.class", "it is no option there, but in many configurations");

    static List<ConfluentOption> table() {
        return ConfluentOption.table();
    }

    @Test
    void theTableHasThe68OptionsAndThreeMore() {
        assertThat(table()).extracting(ConfluentOption::key).hasSize(71).doesNotHaveDuplicates();
    }

    static List<ConfluentOption> honoured() {
        return table().stream()
                .filter(option -> OptionState.of(option.key()) == OptionState.HONOURED)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("honoured")
    void isDefinedWithConfluentsTypeAndDefault(ConfluentOption option) {
        ConfigKey key = SinkConfig.definition().configKeys().get(option.key());
        assertThat(key).as(option.key()).isNotNull();
        assertThat(key.type).isEqualTo(type(option));
        if (DEFAULTS_OF_OUR_OWN.containsKey(option.key())) {
            return;
        }
        Object expected = option.defaultValue().isEmpty()
                ? ConfigDef.NO_DEFAULT_VALUE
                : ConfigDef.parseType(
                        option.key(), nullable(option.defaultValue().get()), key.type);
        assertThat(key.defaultValue).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("table")
    void isWhatThePageSays(ConfluentOption option) {
        switch (OptionState.of(option.key())) {
            case HONOURED -> assertRead(option);
            case WITHOUT_EFFECT -> assertTaken(option);
            case REFUSED -> assertAnsweredWithTheReason(option);
        }
    }

    private static void assertRead(ConfluentOption option) {
        assertThat(problems(option.withValue())).isEmpty();
        Object value = ConfigDef.parseType(option.key(), option.value(), type(option));
        assertThat(SinkConfig.definition().parse(option.withValue())).containsEntry(option.key(), value);
        AbstractConfig config = new AbstractConfig(SinkConfig.definition(), option.withValue(), false);
        SinkConfig.from(config);
        assertThat(!config.unused().contains(option.key())).as("is read").isEqualTo(option.read());
    }

    private static void assertTaken(ConfluentOption option) {
        assertThat(problems(with(option))).isEmpty();
        AbstractConfig config = new AbstractConfig(SinkConfig.definition(), with(option), false);
        SinkConfig.from(config);
        assertThat(config.unused()).contains(option.key());
    }

    private static void assertAnsweredWithTheReason(ConfluentOption option) {
        Map<String, List<String>> problems = problems(with(option));
        assertThat(problems).containsOnlyKeys(option.key());
        String reason = OptionState.sentence(option.key()).substring("refused: ".length());
        assertThat(problems.get(option.key()).get(0))
                .contains(option.key(), reason.substring(0, reason.length() - 1), "remove this option");
    }

    private static Map<String, String> with(ConfluentOption option) {
        Map<String, String> properties = option.base();
        properties.keySet().removeAll(option.needed().keySet());
        properties.put("s3.bucket.name", "b");
        properties.put("format.class", "json");
        properties.put(option.key(), option.value());
        return properties;
    }

    private static String nullable(String text) {
        return text.equals("null") ? null : text;
    }

    /** Classes are names here, most of them of no class in this plugin. */
    private static ConfigDef.Type type(ConfluentOption option) {
        return option.type().equals("class")
                ? ConfigDef.Type.STRING
                : ConfigDef.Type.valueOf(option.type().toUpperCase(Locale.ROOT));
    }

    private static Map<String, List<String>> problems(Map<String, String> properties) {
        return SinkConfig.validate(properties).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
