package dev.pinflow.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverterRulesTest {
    private static final ConfigDef OPTIONS = new ConfigDef()
            .define("format.class", ConfigDef.Type.STRING, "json", ConfigDef.Importance.HIGH, "")
            .define("keys.format.class", ConfigDef.Type.STRING, "json", ConfigDef.Importance.HIGH, "")
            .define("store.kafka.keys", ConfigDef.Type.BOOLEAN, false, ConfigDef.Importance.HIGH, "");

    private static List<String> problems(Map<String, String> options) {
        Findings findings = new Findings(options, OPTIONS.validateAll(options));
        ConverterRules.check(findings);
        return findings.problems();
    }

    @ParameterizedTest(name = "{0} with {1} {2}")
    @CsvSource({
        "bytes, org.apache.kafka.connect.storage.StringConverter, , ByteArrayConverter",
        "bytes, StringConverter, , ByteArrayConverter",
        "bytes, ' Long ', , ByteArrayConverter",
        "io.confluent.connect.s3.format.bytearray.ByteArrayFormat, org.apache.kafka.connect.json.JsonConverter, false,"
                + " ByteArrayConverter",
        "parquet, org.apache.kafka.connect.storage.StringConverter, , schemas.enable=true",
        "io.confluent.connect.s3.format.parquet.ParquetFormat, org.apache.kafka.connect.converters.ByteArrayConverter, ,"
                + " schemas.enable=true",
        "dev.pinflow.connect.s3.format.parquet.ParquetFormat, JsonConverter, FALSE, schemas.enable=true",
    })
    void refusesAConverterThatNeverDeliversWhatTheFormatTakes(
            String format, String converter, String schemas, String wayOut) {
        Map<String, String> options = new HashMap<>(Map.of("format.class", format, "value.converter", converter));
        if (schemas != null) {
            options.put("value.converter.schemas.enable", schemas);
        }
        assertThat(problems(options))
                .singleElement()
                .asString()
                .contains("format.class", converter.strip(), wayOut, "to json");

        options.put("transforms", "cast");
        assertThat(problems(options)).as("behind transforms").isEmpty();
    }

    /** Registry converters deliver bytes for a schema of bytes, as does JsonConverter with schemas, its default. */
    @ParameterizedTest(name = "{0} with {1} {2}")
    @CsvSource({
        "bytes, org.apache.kafka.connect.converters.ByteArrayConverter,",
        "bytes, org.apache.kafka.connect.json.JsonConverter,",
        "bytes, io.confluent.connect.avro.AvroConverter,",
        "bytes, com.example.Converter,",
        "parquet, org.apache.kafka.connect.json.JsonConverter,",
        "parquet, org.apache.kafka.connect.json.JsonConverter, true",
        "parquet, io.confluent.connect.avro.AvroConverter,",
        "parquet, io.apicurio.registry.utils.converter.AvroConverter,",
        "json, org.apache.kafka.connect.storage.StringConverter,",
        "json, org.apache.kafka.connect.json.JsonConverter, false",
        "json, org.apache.kafka.connect.converters.ByteArrayConverter,",
        "avro, org.apache.kafka.connect.storage.StringConverter,",
    })
    void takesConvertersThatMayDeliverIt(String format, String converter, String schemas) {
        Map<String, String> options = new HashMap<>(Map.of("format.class", format, "value.converter", converter));
        if (schemas != null) {
            options.put("value.converter.schemas.enable", schemas);
        }
        assertThat(problems(options)).isEmpty();
    }

    @Test
    void leavesTheWorkersOwnConvertersAlone() {
        assertThat(problems(
                        Map.of("format.class", "parquet", "store.kafka.keys", "true", "keys.format.class", "bytes")))
                .isEmpty();
    }

    @Test
    void takesTextButNotJsonWithoutSchemasForKeysInParquet() {
        Map<String, String> options = new HashMap<>(Map.of(
                "store.kafka.keys",
                "true",
                "keys.format.class",
                "parquet",
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter"));
        assertThat(problems(options)).isEmpty();

        options.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        options.put("key.converter.schemas.enable", "false");
        assertThat(problems(options)).singleElement().asString().contains("keys.format.class", "schemas.enable=true");
    }

    @Test
    void looksAtKeysWhereTheyAreStored() {
        Map<String, String> options = new HashMap<>(Map.of(
                "keys.format.class", "bytes", "key.converter", "org.apache.kafka.connect.storage.StringConverter"));
        assertThat(problems(options)).isEmpty();

        options.put("store.kafka.keys", "true");
        assertThat(problems(options))
                .singleElement()
                .asString()
                .contains("keys.format.class", "set key.converter to", "ByteArrayConverter");
    }
}
