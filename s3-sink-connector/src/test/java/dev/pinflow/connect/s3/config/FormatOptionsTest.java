package dev.pinflow.connect.s3.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatOptionsTest {
    @Test
    void storesKeysAndHeadersAsAvroByDefault() {
        assertThat(names(Map.of("store.kafka.keys", "true", "store.kafka.headers", "true")))
                .containsExactly("x.json", "x.keys.avro", "x.headers.avro");
    }

    @ParameterizedTest
    @CsvSource({"gzip, .gz", "zstd, .zst"})
    void compressesEveryObjectOfAName(String compression, String extension) {
        assertThat(names(Map.of(
                        "s3.compression.type",
                        compression,
                        "store.kafka.keys",
                        "true",
                        "keys.format.class",
                        "io.confluent.connect.s3.format.bytearray.ByteArrayFormat",
                        "store.kafka.headers",
                        "true",
                        "headers.format.class",
                        "json")))
                .containsExactly("x.json" + extension, "x.keys.bin" + extension, "x.headers.json" + extension);
    }

    @ParameterizedTest
    @CsvSource({
        "format.class, avro, s3.compression.type",
        "format.class, parquet, s3.compression.type",
        "store.kafka.keys, true, s3.compression.type",
        "store.kafka.headers, true, s3.compression.type",
    })
    void refusesToCompressWhatIsCompressedInside(String key, String value, String pinned) {
        Map<String, List<String>> problems = problems(Map.of(key, value, "s3.compression.type", "gzip"));
        assertThat(problems).containsOnlyKeys(pinned);
        assertThat(problems.get(pinned)).singleElement().asString().contains("json and bytes");
    }

    @Test
    void refusesALevelOfZstd() {
        assertThat(problems(Map.of("s3.compression.type", "zstd", "s3.compression.level", "3")))
                .containsOnlyKeys("s3.compression.level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "io.confluent.connect.s3.format.parquet.ParquetFormat"})
    void takesParquetForKeysAndHeaders(String format) {
        Map<String, String> companions = Map.of(
                "store.kafka.keys",
                "true",
                "keys.format.class",
                format,
                "store.kafka.headers",
                "true",
                "headers.format.class",
                format,
                "parquet.codec",
                "zstd");
        assertThat(problems(companions)).isEmpty();
        assertThat(names(companions)).containsExactly("x.json", "x.keys.zstd.parquet", "x.headers.zstd.parquet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1048575", "1073741825", "16m"})
    void refusesRowGroupsOutsideTheirRange(String bytes) {
        assertThat(problems(Map.of("parquet.row.group.bytes", bytes))).containsOnlyKeys("parquet.row.group.bytes");
    }

    @Test
    void refusesHeadersAsBytes() {
        assertThat(problems(Map.of("store.kafka.headers", "true", "headers.format.class", "bytes")))
                .containsOnlyKeys("headers.format.class");
    }

    private static List<String> names(Map<String, String> more) {
        return SinkConfig.from(with(more)).layout().parts().stream()
                .map(part -> part.key("x"))
                .toList();
    }

    private static Map<String, List<String>> problems(Map<String, String> more) {
        return SinkConfig.validate(with(more)).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> properties =
                new HashMap<>(Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "3"));
        properties.putAll(more);
        return properties;
    }
}
