package dev.pinflow.connect.s3.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampExtractorTest {
    private static final long MILLIS = 1_735_689_600_123L;
    private static final Date MOMENT = Date.from(Instant.ofEpochMilli(MILLIS));

    /** Takes the offset for the time. */
    public static final class Own implements TimestampExtractor {
        private long factor;

        @Override
        public void configure(Map<String, ?> options) {
            factor = Long.parseLong(options.get("own.factor").toString());
        }

        @Override
        public long timestamp(SinkRecord sinkRecord, long now) {
            return sinkRecord.kafkaOffset() * factor;
        }
    }

    static List<Arguments> structs() {
        return List.of(
                Arguments.of(Timestamp.SCHEMA, MOMENT, MILLIS),
                Arguments.of(
                        org.apache.kafka.connect.data.Date.SCHEMA,
                        Date.from(Instant.ofEpochMilli(86_400_000)),
                        86_400_000L),
                Arguments.of(Schema.INT64_SCHEMA, MILLIS, MILLIS),
                Arguments.of(Schema.INT32_SCHEMA, -7, -7L),
                Arguments.of(Schema.STRING_SCHEMA, "2025-01-01T00:00:00.123Z", MILLIS),
                Arguments.of(Schema.STRING_SCHEMA, "1735689600123", MILLIS));
    }

    static List<Arguments> unusable() {
        return List.of(
                Arguments.of(Schema.OPTIONAL_INT64_SCHEMA, null, "is null"),
                Arguments.of(Schema.FLOAT64_SCHEMA, 1.7E12, "float64"),
                Arguments.of(Schema.INT16_SCHEMA, (short) 1, "int16"),
                Arguments.of(Time.SCHEMA, Date.from(Instant.ofEpochMilli(1)), "Time"),
                Arguments.of(Schema.BOOLEAN_SCHEMA, true, "boolean"),
                Arguments.of(Schema.STRING_SCHEMA, "secret text", "ISO-8601"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wallclock",
                "io.confluent.connect.storage.partitioner.TimeBasedPartitioner$WallclockTimestampExtractor"
            })
    void wallclockIsTheTimeOfThePut(String name) {
        assertThat(extractor(name).timestamp(of(null, Map.of(), null), 5)).isEqualTo(5);
        assertThat(TimeConfig.dependsOnWallClock(config(Map.of("timestamp.extractor", name))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Record",
                "io.confluent.connect.storage.partitioner.TimeBasedPartitioner$RecordTimestampExtractor"
            })
    void recordIsTheTimestampInKafka(String name) {
        TimestampExtractor extractor = extractor(name);
        assertThat(extractor.timestamp(of(null, Map.of(), 7L), 5)).isEqualTo(7);
        assertThat(extractor.dependsOnWallClock()).isFalse();
        assertThatThrownBy(() -> extractor.timestamp(of(null, Map.of(), null), 5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("timestamp.extractor");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("structs")
    void recordFieldReadsFieldsOfStructs(Schema schema, Object value, long millis) {
        Schema struct = SchemaBuilder.struct().field("timestamp", schema).build();
        assertThat(extractor("RecordField").timestamp(of(struct, new Struct(struct).put("timestamp", value), null), 5))
                .isEqualTo(millis);
    }

    @Test
    void recordFieldReadsNestedFieldsOfMaps() {
        TimestampExtractor extractor = TimeConfig.from(config(Map.of(
                "timestamp.extractor",
                "io.confluent.connect.storage.partitioner.TimeBasedPartitioner$RecordFieldTimestampExtractor",
                "timestamp.field",
                "a.b")));
        for (Object value : List.of(MILLIS, (double) MILLIS, "2025-01-01T00:00:00.123Z", MOMENT)) {
            assertThat(extractor.timestamp(of(null, Map.of("a", Map.of("b", value)), null), 5))
                    .isEqualTo(MILLIS);
        }
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("unusable")
    void recordFieldRefusesWhatIsNoMomentAndShowsNoValues(Schema schema, Object value, String sentence) {
        Schema struct = SchemaBuilder.struct().field("timestamp", schema).build();
        SinkRecord sinkRecord = of(struct, new Struct(struct).put("timestamp", value), null);
        assertThatThrownBy(() -> extractor("RecordField").timestamp(sinkRecord, 5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("timestamp.field")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");
    }

    @Test
    void recordFieldRefusesNullAndMissingFieldsOfMaps() {
        for (Object value : List.of(Map.of(), Collections.singletonMap("timestamp", null))) {
            assertThatThrownBy(() -> extractor("RecordField").timestamp(of(null, value, null), 5))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("timestamp.field");
        }
    }

    @Test
    void anOwnClassIsGivenTheOptions() {
        AbstractConfig config = config(Map.of("timestamp.extractor", Own.class.getName(), "own.factor", "10"));
        assertThat(TimeConfig.from(config).timestamp(of(null, Map.of(), null), 5))
                .isEqualTo(30);
        assertThat(TimeConfig.dependsOnWallClock(config)).isFalse();
    }

    private static TimestampExtractor extractor(String name) {
        return TimeConfig.from(config(Map.of("timestamp.extractor", name)));
    }

    private static AbstractConfig config(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        TimeConfig.define(def);
        return new AbstractConfig(def, options, false);
    }

    private static SinkRecord of(Schema schema, Object value, Long timestamp) {
        return new SinkRecord("t", 0, null, null, schema, value, 3, timestamp, TimestampType.CREATE_TIME);
    }
}
