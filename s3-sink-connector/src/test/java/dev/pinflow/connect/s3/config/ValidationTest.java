package dev.pinflow.connect.s3.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
    private static final Map<String, String> LEAST =
            Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "3");

    private static final ConfigDef ONE_OPTION = new ConfigDef()
            .define(
                    "proxy.url",
                    ConfigDef.Type.STRING,
                    "",
                    (name, value) -> {
                        if (value.toString().contains("bad")) {
                            throw new ConfigException(name, value, "must be good");
                        }
                    },
                    ConfigDef.Importance.LOW,
                    "");

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(LEAST);
        properties.putAll(more);
        return properties;
    }

    private static Map<String, List<String>> problems(Config answer) {
        return answer.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static Config answer(ConfigDef definition, Consumer<Findings> check, Map<String, String> properties) {
        return new Validation(definition, List.of(check), properties).answer();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "flush.size, many, Not a number, a whole number",
        "flush.size, 0, at least 1, a whole number",
        "retry.backoff.ms, soon, Not a number, the default 5000",
        "store.kafka.keys, perhaps, true or false, the default false",
        "s3.bucket.name, '', non-empty, Set s3.bucket.name to text",
    })
    void completesWhatKafkaSays(String key, String value, String rule, String wayOut) {
        Map<String, List<String>> problems = problems(SinkConfig.validate(with(Map.of(key, value))));

        assertThat(problems).containsOnlyKeys(key);
        assertThat(problems.get(key)).singleElement().asString().contains(key, rule, wayOut);
    }

    @Test
    void saysWhatAMissingOptionIsFor() {
        assertThat(problems(SinkConfig.validate(Map.of())).get("flush.size"))
                .singleElement()
                .asString()
                .contains("flush.size is missing: set it to a whole number", "Records of a topic partition");
    }

    @Test
    void refusesMisspeltOptionsWithoutRepeatingTheirValues() {
        Config answer = SinkConfig.validate(with(Map.of("aws.secret.acces.key", "hush")));

        assertThat(problems(answer)).containsOnlyKeys("aws.secret.acces.key");
        assertThat(problems(answer).get("aws.secret.acces.key"))
                .singleElement()
                .asString()
                .contains("aws.secret.acces.key", "did you mean aws.secret.access.key?");
        assertThat(answer.configValues()).noneMatch(value -> "hush".equals(value.value()));
    }

    /** A later version may bring an option near to a name which was none's before. */
    @Test
    void startsATaskWithAMisspeltOption() {
        assertThat(SinkConfig.from(with(Map.of("retry.timeouts.ms", "1")))
                        .layout()
                        .rotation()
                        .flushSize())
                .isEqualTo(3);
    }

    @Test
    void leavesMisspeltOptionsToTheUsersOwnClasses() {
        Map<String, String> properties = Map.of("proxy.ulr", "1", "timestamp.extractor", "com.example.Sooner");

        assertThat(problems(answer(ONE_OPTION, findings -> {}, properties))).isEmpty();
        assertThat(problems(answer(ONE_OPTION, findings -> {}, Map.of("proxy.ulr", "1"))))
                .containsOnlyKeys("proxy.ulr");
    }

    @ParameterizedTest
    @CsvSource({
        "consumer.override.enable.auto.commit, true, would lose them",
        "consumer.override.value.deserializer, org.apache.kafka.common.serialization.StringDeserializer, value.converter",
    })
    void refusesOverridesOfTheConsumerThatNoTaskCanWorkWith(String key, String value, String words) {
        Map<String, List<String>> problems = problems(SinkConfig.validate(with(Map.of(key, value))));

        assertThat(problems).containsOnlyKeys(key);
        assertThat(problems.get(key)).singleElement().asString().contains(key, words, "remove this option");
    }

    @Test
    void answersThatACheckFailedByItselfAndGoesOn() {
        Config answer = new Validation(
                        ONE_OPTION,
                        List.of(
                                findings -> {
                                    throw new NoClassDefFoundError("com/example/Gone");
                                },
                                findings -> findings.problem("proxy.url", "must be set")),
                        Map.of())
                .answer();

        assertThat(problems(answer)).containsOnlyKeys("connector.class", "proxy.url");
        assertThat(problems(answer).get("connector.class").get(0)).contains("NoClassDefFoundError", "the worker's log");
    }

    @Test
    void hidesPasswordsInsideUrls() {
        for (String url : List.of("http://me:hush@proxy:3128", "me:hush@proxy", "http://me:hu@sh@bad proxy")) {
            Config answer = answer(ONE_OPTION, findings -> {}, Map.of("proxy.url", url));

            assertThat(answer.configValues().get(0).value().toString()).doesNotContain("hush", "sh@");
            assertThat(problems(answer).toString()).doesNotContain("hush", "sh@");
        }
        assertThat(UrlSecrets.hidden("see https://proxy:3128/a and me@host"))
                .isEqualTo("see https://proxy:3128/a and me@host");
    }

    @Test
    void givesWorkersListsThatTheyCanAddTo() {
        SinkConfig.validate(Map.of("flush.sise", "1")).configValues().forEach(value -> value.addErrorMessage("more"));
    }

    @Test
    void loadsNoConfigProviders() {
        assertThat(problems(
                        SinkConfig.validate(with(Map.of("config.providers", "x", "config.providers.x.class", "y")))))
                .isEmpty();
        assertThat(SinkConfig.from(with(Map.of("config.providers", "x", "config.providers.x.class", "com.example.No")))
                        .layout()
                        .names()
                        .toString())
                .contains("topics");
    }

    @Property(tries = 100)
    void neverThrowsAndAnswersEveryOptionOnce(@ForAll("configurations") Map<String, String> properties) {
        Config answer = SinkConfig.validate(properties);

        assertThat(answer.configValues())
                .extracting(ConfigValue::name)
                .containsAll(SinkConfig.definition().names())
                .doesNotHaveDuplicates();
        assertThat(problems(answer)).doesNotContainKey("connector.class");
        assertThat(problems(answer))
                .allSatisfy((key, messages) -> assertThat(messages)
                        .allSatisfy(message -> assertThat(message).contains(key)));
    }

    @Provide
    Arbitrary<Map<String, String>> configurations() {
        Arbitrary<String> values = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().ofMaxLength(20)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                "",
                                " ",
                                "true",
                                "-1",
                                "0",
                                "9223372036854775807",
                                "${x}",
                                "%s",
                                "json",
                                "avro",
                                "bytes",
                                "parquet",
                                "UTC",
                                "http://[",
                                "a:b",
                                "SUFFIX",
                                "java.lang.String",
                                "[",
                                "\\",
                                "'")));
        return Arbitraries.maps(Arbitraries.of(SinkConfig.definition().names()), values)
                .ofMaxSize(12);
    }
}
