package dev.pinflow.connect.s3.partition;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.config.SinkConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionConfigTest {
    private static final Map<String, String> TIME = Map.of(
            "partitioner.class", "time",
            "path.format", "'day'=YYYY-MM-dd",
            "partition.duration.ms", "86400000",
            "timezone", "Asia/Kolkata",
            "locale", "en-US");

    /** Names folders as an option says. */
    public static final class Own implements Partitioner {
        private String name;

        @Override
        public void configure(Map<String, ?> options) {
            if (!options.containsKey("own.name")) {
                throw new ConfigException("own.name must be set");
            }
            name = options.get("own.name").toString();
        }

        @Override
        public String encode(SinkRecord sinkRecord, long now) {
            return name + "=" + sinkRecord.kafkaOffset();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "default, partition=3",
        "io.confluent.connect.storage.partitioner.DefaultPartitioner, partition=3",
        "dev.pinflow.connect.s3.partition.DefaultPartitioner, partition=3",
        "field, f=1",
        "io.confluent.connect.storage.partitioner.FieldPartitioner, f=1",
        "time, day=1970-01-01",
        "io.confluent.connect.storage.partitioner.TimeBasedPartitioner, day=1970-01-01",
        "daily, year=1970/month=01/day=01",
        "io.confluent.connect.storage.partitioner.DailyPartitioner, year=1970/month=01/day=01",
        "hourly, year=1970/month=01/day=01/hour=05",
        "io.confluent.connect.storage.partitioner.HourlyPartitioner, year=1970/month=01/day=01/hour=05",
        "field-and-time, f=1/day=1970-01-01",
    })
    void takesShortNamesAndConfluentsAndOwnOnes(String name, String encoded) {
        Map<String, String> options = new HashMap<>(TIME);
        options.putAll(Map.of("partitioner.class", name, "partition.field.name", "f"));
        assertThat(Partitions.partitioner(options).encode(Partitions.at(0, Map.of("f", 1)), 0))
                .isEqualTo(encoded);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "path.format, '', must be set",
        "path.format, ' ', must be set",
        "path.format, /, must be set",
        "path.format, YYYY-bb, Illegal pattern component",
        "path.format, '''', pattern of Joda-Time",
        "partition.duration.ms, 0, at least 1",
        "partition.duration.ms, -1, at least 1",
        "timezone, '', must be set",
        "locale, ' ', must be set",
        "timestamp.extractor, record, must be Wallclock",
        "timestamp.extractor, com.example.Extractor, lies in the plugin's folder",
        "timestamp.extractor, java.lang.String, must implement",
    })
    void findsWhatTimeBasedPartitionersLackBeforeTheyStart(String key, String value, String sentence) {
        for (String name : List.of("time", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner")) {
            assertPinned(with(TIME, Map.of("partitioner.class", name, key, value)), key, sentence);
        }
        assertPinned(
                with(TIME, Map.of("partitioner.class", "field-and-time", "partition.field.name", "f", key, value)),
                key,
                sentence);
    }

    @Test
    void wantsAFieldForTimesThatComeFromOne() {
        Map<String, String> options = with(TIME, Map.of("timestamp.extractor", "RecordField"));
        assertThat(problems(options)).isEmpty();
        assertPinned(with(options, Map.of("timestamp.field", "")), "timestamp.field", "must name a field");
        assertPinned(with(options, Map.of("timestamp.field", "a..b")), "timestamp.field", "must name a field");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"daily", "hourly"})
    void wantsOnlyZoneAndLocaleForDaysAndHours(String name) {
        assertThat(problems(Map.of("partitioner.class", name))).containsOnlyKeys("timezone", "locale");
        assertThat(problems(Map.of("partitioner.class", name, "timezone", "UTC", "locale", "en", "path.format", "bb")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"field, '', at least one", "field-and-time, '', at least one", "field, 'a,,b', names of fields"})
    void wantsNamesOfFields(String name, String fields, String sentence) {
        assertPinned(
                with(TIME, Map.of("partitioner.class", name, "partition.field.name", fields)),
                "partition.field.name",
                sentence);
    }

    @Test
    void leavesOptionsAloneThatTheChosenPartitionerDoesNotUse() {
        assertThat(problems(Map.of(
                        "path.format", "bb",
                        "partition.duration.ms", "0",
                        "timestamp.extractor", "com.example.Extractor",
                        "timestamp.field", "",
                        "partition.field.name", "f",
                        "locale", "en")))
                .isEmpty();
    }

    @Test
    void takesAnOwnClassWithTheOptionsAsTheyWereGiven() {
        Map<String, String> options = Map.of("partitioner.class", Own.class.getName(), "own.name", "offset");
        assertThat(problems(options)).isEmpty();
        assertThat(Partitions.partitioner(options).encode(Partitions.at(0), 0)).isEqualTo("offset=0");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({
        "dev.pinflow.connect.s3.partition.PartitionConfigTest$Own, own.name must be set",
        "com.example.Partitioner, lies in the plugin's folder",
        "java.lang.String, must implement dev.pinflow.connect.s3.partition.Partitioner",
        "java.lang.String, Confluent's sink cannot be used here",
        "'', must be default",
    })
    void saysWhatIsWrongWithAnOwnClass(String name, String sentence) {
        assertPinned(Map.of("partitioner.class", name), "partitioner.class", sentence);
    }

    @Test
    void knowsWhichPartitionersGoByTime() {
        assertThat(List.of("time", "daily", "hourly", "field-and-time", Own.class.getName()))
                .allMatch(PartitionConfigTest::isTimeBased);
        assertThat(List.of("default", "field")).noneMatch(PartitionConfigTest::isTimeBased);
    }

    @Test
    void refusesUnknownPlacesOfTheSchemasName() {
        assertPinned(
                Map.of("s3.schema.partition.affix.type", "INFIX"),
                "s3.schema.partition.affix.type",
                "NONE, PREFIX, SUFFIX");
    }

    private static boolean isTimeBased(String name) {
        return PartitionConfig.isTimeBased(new AbstractConfig(
                SinkConfig.definition(), Partitions.options(Map.of("partitioner.class", name)), false));
    }

    private static void assertPinned(Map<String, String> more, String key, String sentence) {
        Map<String, List<String>> problems = problems(more);
        assertThat(problems).containsOnlyKeys(key);
        assertThat(problems.get(key)).singleElement().asString().contains(key, sentence);
    }

    private static Map<String, String> with(Map<String, String> options, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(options);
        all.putAll(more);
        return all;
    }

    private static Map<String, List<String>> problems(Map<String, String> more) {
        return SinkConfig.validate(Partitions.options(more)).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
