package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.kafka.connect.json.JsonConverter",
                " org.apache.kafka.connect.storage.StringConverter "
            })
    void finishedJsonNeedsAConverterThatLeavesItAlone(String converter) {
        assertThat(ConverterRules.problems(Map.of("value.format", "json", "value.converter", converter)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("value.format");
                    assertThat(problem.message()).contains(converter, "ByteArrayConverter");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "index, org.apache.kafka.connect.json.JsonConverter, 1",
        "index, org.apache.kafka.connect.converters.ByteArrayConverter, 1",
        "index, org.apache.kafka.connect.storage.StringConverter, 0",
        "index, StringConverter, 0",
        "index, String, 0",
        "none, org.apache.kafka.connect.json.JsonConverter, 0",
    })
    void keysOfDigitsNeedAConverterThatWritesThemPlain(String key, String converter, int problems) {
        assertThat(ConverterRules.problems(Map.of("record.key", key, "key.converter", converter)))
                .hasSize(problems)
                .allSatisfy(problem -> assertThat(problem.message()).contains("StringConverter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ByteArrayConverter", "ByteArray", "org.apache.kafka.connect.converters.ByteArrayConverter"})
    void knowsTheShortNamesOfPlugins(String converter) {
        assertThat(ConverterRules.problems(Map.of("value.format", "json", "value.converter", converter)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "struct, org.apache.kafka.connect.converters.ByteArrayConverter, 1",
        "map, ' StringConverter ', 1",
        "struct, org.apache.kafka.connect.json.JsonConverter, 0",
        "struct, io.confluent.connect.avro.AvroConverter, 0",
        "json, ' org.apache.kafka.connect.converters.ByteArrayConverter ', 0",
    })
    void rowsOfColumnsNeedAConverterThatKnowsThem(String format, String converter, int problems) {
        assertThat(ConverterRules.problems(Map.of("value.format", format, "value.converter", converter)))
                .hasSize(problems)
                .allSatisfy(problem -> assertThat(problem.message()).contains("JsonConverter", "json"));
    }

    @Test
    void leavesConvertersBehindTransformsAlone() {
        assertThat(ConverterRules.problems(Map.of(
                        "transforms", "cast", "key.converter", "JsonConverter", "value.converter", "StringConverter")))
                .isEmpty();
    }

    @Test
    void takesTheConvertersOfOthersOnTrust() {
        assertThat(ConverterRules.problems(Map.of(
                        "value.format", "json",
                        "value.converter", "com.example.Passing",
                        "key.converter", "com.example.Passing")))
                .isEmpty();
    }

    @Test
    void leavesTheWorkersOwnConvertersAlone() {
        assertThat(ConverterRules.problems(Map.of("value.format", "json"))).isEmpty();
    }

    /** Why a map with JsonConverter's default of schemas.enable is no problem: a sink gets the map back. */
    @Test
    void aMapSurvivesAnEnvelopeWithoutASchema() {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "true"), false);

            byte[] bytes = converter.fromConnectData("posts.pin", null, Map.of("title", "a post"));

            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo("{\"schema\":null,\"payload\":{\"title\":\"a post\"}}");
            assertThat(converter.toConnectData("posts.pin", bytes))
                    .isEqualTo(new SchemaAndValue(null, Map.of("title", "a post")));
        }
    }
}
