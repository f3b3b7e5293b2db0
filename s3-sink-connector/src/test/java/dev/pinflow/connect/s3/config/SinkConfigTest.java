package dev.pinflow.connect.s3.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.delivery.ErrorConfig;
import dev.pinflow.connect.s3.naming.ObjectNames;
import dev.pinflow.connect.s3.upload.UploadConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkConfigTest {
    private static final Map<String, String> LEAST =
            Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "3");

    @Test
    void namesEveryMissingOptionAtOnce() {
        assertThat(problems(Map.of())).containsOnlyKeys("s3.bucket.name", "format.class", "flush.size");
    }

    @Test
    void hasConfluentsDefaults() {
        SinkConfig config = SinkConfig.from(LEAST);
        assertThat(config.storage().partBytes()).isEqualTo(26_214_400);
        assertThat(config.layout().names()).isEqualTo(new ObjectNames("topics", "/", "+", 10));
        assertThat(config.layout().rotation().schedule()).isEmpty();
        assertThat(config.errors()).isEqualTo(new ErrorConfig(false, ErrorConfig.NullValues.FAIL, true, "tombstone"));
        assertThat(config.uploads())
                .isEqualTo(new UploadConfig(
                        8, true, true, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(3)));
        assertThat(config.layout().parts()).hasSize(1);
    }

    @Test
    void readsEveryOption() {
        SinkConfig config = SinkConfig.from(with(Map.ofEntries(
                Map.entry("s3.region", "eu-west-1"),
                Map.entry("store.url", "127.0.0.1:9000"),
                Map.entry("s3.path.style.access.enabled", "false"),
                Map.entry("aws.access.key.id", "me"),
                Map.entry("aws.secret.access.key", "hush"),
                Map.entry("s3.part.size", "5242880"),
                Map.entry("s3.part.retries", "0"),
                Map.entry("s3.retry.backoff.ms", "7"),
                Map.entry("topics.dir", ""),
                Map.entry("directory.delim", "|"),
                Map.entry("file.delim", "-"),
                Map.entry("filename.offset.zero.pad.width", "0"),
                Map.entry("rotate.schedule.interval.ms", "60000"),
                Map.entry("timezone", "Asia/Kolkata"),
                Map.entry("behavior.on.null.values", "ignore"),
                Map.entry("report.null.values.to.dlq", "false"),
                Map.entry("retry.backoff.ms", "11"),
                Map.entry("retry.timeout.ms", "12"),
                Map.entry("store.kafka.keys", "true"),
                Map.entry("keys.format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("store.kafka.headers", "true"),
                Map.entry("headers.format.class", "json"))));
        assertThat(config.storage().bucket()).isEqualTo("b");
        assertThat(config.storage().partBytes()).isEqualTo(5_242_880);
        assertThat(config.toString()).doesNotContain("hush");
        assertThat(config.layout().names()).isEqualTo(new ObjectNames("", "|", "-", 0));
        assertThat(config.layout().rotation().schedule().orElseThrow().interval())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(config.errors())
                .isEqualTo(new ErrorConfig(false, ErrorConfig.NullValues.IGNORE, false, "tombstone"));
        assertThat(config.uploads().backoff()).isEqualTo(Duration.ofMillis(11));
        assertThat(config.uploads().giveUpAfter()).isEqualTo(Duration.ofMillis(12));
        assertThat(config.layout().parts().stream().map(part -> part.key("x")))
                .containsExactly("x.json", "x.keys.json", "x.headers.json");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "io.confluent.connect.s3.format.json.JsonFormat, snappy, .json",
        "dev.pinflow.connect.s3.format.json.JsonFormat, snappy, .json",
        "io.confluent.connect.s3.format.bytearray.ByteArrayFormat, snappy, .bin",
        "io.confluent.connect.s3.format.parquet.ParquetFormat, snappy, .snappy.parquet",
        "parquet, none, .parquet",
        "parquet, gzip, .gz.parquet",
        "parquet, zstd, .zstd.parquet",
        "parquet, lz4_raw, .lz4raw.parquet",
    })
    void takesConfluentsNamesOfFormats(String format, String codec, String extension) {
        SinkConfig config = SinkConfig.from(with(Map.of("format.class", format, "parquet.codec", codec)));
        assertThat(config.layout().parts().get(0).key("")).isEqualTo(extension);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "format.class, com.example.MyFormat, Converter",
        "storage.class, com.example.Storage, S3 only",
        "partitioner.class, com.example.Partitioner, plugin's folder",
        "flush.size, 0, at least 1",
        "s3.part.size, 1000, at least 5242880",
        "store.url, ftp://example.org, http or https",
        "store.url, httpx://example.org, http or https",
        "timezone, Mars/Olympus, time zone",
        "parquet.codec, brotli, native libraries",
        "behavior.on.null.values, write, store.kafka.keys=true",
        "schema.compatibility, TRANSITIVE, FORWARD",
        "schema.objects, many, per-schema",
        "tombstones.inline, perhaps, true or false",
        "json.decimal.format, HEX, NUMERIC",
        "filename.offset.zero.pad.width, -1, at least 0",
        "rotate.interval.ms, 60000, rotate.interval.any.partitioner",
        "s3.compression.type, lz4, 'none, gzip, zstd'",
        "s3.compression.level, 10, no more than 9",
        "json.text, raw, verbatim",
        "avro.codec, xz, bzip2",
        "schemas.cache.config, 0, at least 1",
        "s3.schema.partition.affix.type, INFIX, PREFIX",
    })
    void refusesWhatIsWrongOrNotSupportedAndSaysWhatToDo(String key, String value, String sentence) {
        Map<String, List<String>> problems = problems(with(Map.of(key, value)));
        assertThat(problems).containsOnlyKeys(key);
        assertThat(problems.get(key)).singleElement().asString().contains(key, sentence);
        assertThatThrownBy(() -> SinkConfig.from(with(Map.of(key, value))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest(name = "{0} with {1}={2}")
    @CsvSource({
        "tombstones.inline, format.class, parquet, Parquet has no row",
        "tombstones.inline, format.bytearray.separator, '', empty",
        "behavior.on.null.values, behavior.on.null.values, ignore, tombstones.inline",
    })
    void refusesInlineTombstonesWhereTheyCannotShow(String pinned, String key, String value, String sentence) {
        Map<String, String> properties = with(Map.of("format.class", "bytes", "tombstones.inline", "true"));
        assertThat(problems(properties)).isEmpty();
        properties.put(key, value);
        Map<String, List<String>> problems = problems(properties);
        assertThat(problems).containsOnlyKeys(pinned);
        assertThat(problems.get(pinned)).singleElement().asString().contains(pinned, sentence);
    }

    @ParameterizedTest(name = "{0}={1} needs {2}")
    @CsvSource({
        "aws.access.key.id, me, aws.secret.access.key",
        "aws.secret.access.key, hush, aws.access.key.id",
        "rotate.schedule.interval.ms, 1000, timezone",
    })
    void pinsProblemsOfSeveralOptionsOnTheOneToChange(String key, String value, String needed) {
        Map<String, List<String>> problems = problems(with(Map.of(key, value)));
        assertThat(problems).containsOnlyKeys(needed);
        assertThat(problems.get(needed))
                .singleElement()
                .asString()
                .contains(key)
                .doesNotContain("hush");
    }

    @Test
    void takesInlineTombstonesWithSeparatorsOfWhiteSpace() {
        Map<String, String> properties = with(
                Map.of("format.class", "bytes", "tombstones.inline", "true", "format.bytearray.separator", "\r\n"));
        assertThat(SinkConfig.from(properties).errors().inlineTombstones()).isTrue();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "storage.class, io.confluent.connect.s3.storage.S3Storage",
        "partitioner.class, io.confluent.connect.storage.partitioner.DefaultPartitioner",
        "schema.generator.class, io.confluent.connect.storage.hive.schema.DefaultSchemaGenerator",
        "hive.integration, false",
        "rotate.interval.ms, -1",
        "s3.compression.type, none",
        "s3.object.tagging, false",
        "schema.compatibility, NONE",
        "path.format, YYYY",
        "locale, en-US",
        "avro.codec, snappy",
        "s3.credentials.provider.class, com.amazonaws.auth.DefaultAWSCredentialsProviderChain",
    })
    void takesConfluentsOptionsThatAskForWhatIsInForce(String key, String value) {
        assertThat(problems(with(Map.of(key, value)))).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(LEAST);
        properties.putAll(more);
        return properties;
    }

    private static Map<String, List<String>> problems(Map<String, String> properties) {
        return SinkConfig.validate(properties).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
