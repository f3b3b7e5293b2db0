package dev.pinflow.streams.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleaningTopologyTest {
    private static final Topics TOPICS = new Topics("0123456789ab");
    private static final Instant POSTED_AT = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final String GEO = """
            {"ind":"7528","timestamp":"2020-08-28T03:52:47","latitude":-89.9,"longitude":12.5,"country":"Albania"}""";

    private final PlainAvroSerializer serializer = new PlainAvroSerializer();
    private final TopologyTestDriver driver =
            new TopologyTestDriver(CleaningTopology.build(TOPICS, () -> serializer, new CleaningCounts()), settings());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void describesItselfAsInTheGoldenFile() throws IOException {
        String described = CleaningTopology.build(TOPICS, () -> serializer, new CleaningCounts())
                .describe()
                .toString();

        assertThat(described).isEqualToNormalizingNewlines(golden());
    }

    @Test
    void aGoodRecordGoesToTheCuratedTopicOnly() {
        post(Entity.GEO, "7528", GEO);

        assertThat(read(TOPICS.curated(Entity.GEO))).hasSize(1);
        assertThat(read(TOPICS.rejected())).isEmpty();
    }

    @Test
    void theCuratedValueIsTheCleanedRecord() {
        post(Entity.GEO, "7528", GEO);

        GenericRecord geo = AvroBytes.decode(
                CuratedSchemas.of(Entity.GEO),
                read(TOPICS.curated(Entity.GEO)).get(0).value(),
                0);
        assertThat(geo.get("ind")).isEqualTo(7528);
        assertThat(geo.get("country")).hasToString("Albania");
        assertThat(geo.get("timestamp"))
                .isEqualTo(Instant.parse("2020-08-28T03:52:47Z").toEpochMilli());
    }

    @Test
    void theCuratedKeyIsTheIndexInDigitsWhateverTheRawKeyWas() {
        post(Entity.GEO, null, GEO);
        post(Entity.GEO, "\"something else\"", GEO);

        assertThat(read(TOPICS.curated(Entity.GEO)))
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactly("7528", "7528");
    }

    @Test
    void timestampAndHeadersOfAGoodRecordAreKept() {
        post(Entity.GEO, "7528", GEO);

        TestRecord<byte[], byte[]> curated = read(TOPICS.curated(Entity.GEO)).get(0);
        assertThat(curated.getRecordTime()).isEqualTo(POSTED_AT);
        assertThat(texts(curated.headers())).isEqualTo(Map.of("traceparent", "00-abc"));
    }

    @Test
    void aBadRecordGoesToTheRejectedTopicWithItsBytesUntouched() {
        post(Entity.PIN, "k", "{\"index\":7528,");

        assertThat(read(TOPICS.curated(Entity.PIN))).isEmpty();
        TestRecord<byte[], byte[]> rejected = read(TOPICS.rejected()).get(0);
        assertThat(new String(rejected.key(), UTF_8)).isEqualTo("k");
        assertThat(new String(rejected.value(), UTF_8)).isEqualTo("{\"index\":7528,");
        assertThat(rejected.getRecordTime()).isEqualTo(POSTED_AT);
    }

    @Test
    void aRejectedRecordTellsWhereItCameFromAndWhy() {
        post(Entity.GEO, "7528", GEO);
        post(Entity.GEO, "7529", "{\"ind\":7529,\"country\":\"Albania\"}");

        assertThat(texts(read(TOPICS.rejected()).get(0).headers()))
                .containsEntry("traceparent", "00-abc")
                .containsEntry("pinflow.rejected.topic", "user-0123456789ab.geo")
                .containsEntry("pinflow.rejected.partition", "0")
                .containsEntry("pinflow.rejected.offset", "1")
                .containsEntry("pinflow.rejected.timestamp", Long.toString(POSTED_AT.toEpochMilli()))
                .containsEntry("pinflow.rejected.reason", "missing-member")
                .containsEntry("pinflow.rejected.field", "timestamp")
                .containsKey("pinflow.rejected.message")
                .hasSize(8);
    }

    @Test
    void aTombstoneIsRejectedAsATombstone() {
        post(Entity.USER, "7528", null);

        TestRecord<byte[], byte[]> rejected = read(TOPICS.rejected()).get(0);
        assertThat(rejected.value()).isNull();
        assertThat(texts(rejected.headers())).containsEntry("pinflow.rejected.reason", "null-value");
    }

    @Test
    void headersThatClaimAnotherOriginAreReplaced() {
        Headers forged = new RecordHeaders().add("pinflow.rejected.topic", "elsewhere".getBytes(UTF_8));
        driver.createInputTopic(TOPICS.raw(Entity.PIN), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, "rubbish".getBytes(UTF_8), forged, POSTED_AT));

        assertThat(read(TOPICS.rejected()).get(0).headers().headers("pinflow.rejected.topic"))
                .extracting(header -> new String(header.value(), UTF_8))
                .containsExactly("user-0123456789ab.pin");
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsRejected() {
        serializer.breakRecords();

        post(Entity.GEO, "7528", GEO);

        assertThat(texts(read(TOPICS.rejected()).get(0).headers()))
                .containsEntry("pinflow.rejected.reason", "not-encodable");
        assertThat(read(TOPICS.curated(Entity.GEO))).isEmpty();
    }

    @Test
    void aSerializerThatFailsForReasonsOfItsOwnStopsTheThreadInsteadOfRejectingGoodRecords() {
        serializer.fail();

        assertThatThrownBy(() -> post(Entity.GEO, "7528", GEO))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("registry down");
        assertThat(read(TOPICS.rejected())).isEmpty();
    }

    @Test
    void aCleanedRecordThatItsTopicDoesNotTakeIsRejectedAsItCame() {
        try (TopologyTestDriver narrow = narrow(100, 10_000)) {
            TestRecord<byte[], byte[]> rejected = rejectedBy(narrow);

            assertThat(new String(rejected.value(), UTF_8)).isEqualTo(GEO);
            assertThat(texts(rejected.headers()))
                    .containsEntry("pinflow.rejected.reason", "too-large")
                    .doesNotContainKey("pinflow.rejected.omitted.bytes");
        }
    }

    @Test
    void aRecordThatEvenTheRejectedTopicDoesNotTakeIsRejectedWithoutItsContent() {
        try (TopologyTestDriver narrow = narrow(100, 100)) {
            TestRecord<byte[], byte[]> rejected = rejectedBy(narrow);

            assertThat(rejected.value()).isNull();
            assertThat(texts(rejected.headers()))
                    .containsEntry("pinflow.rejected.reason", "too-large")
                    .containsEntry("pinflow.rejected.offset", "0")
                    .containsEntry("pinflow.rejected.omitted.bytes", Integer.toString(GEO.length()));
        }
    }

    private TopologyTestDriver narrow(int curatedBytes, int rejectedBytes) {
        return new TopologyTestDriver(
                CleaningTopology.build(
                        TOPICS,
                        () -> serializer,
                        new CleaningCounts(),
                        topic -> new TopicLimit(
                                topic.equals(TOPICS.rejected()) ? rejectedBytes : curatedBytes, 1_000_000, "none")),
                settings());
    }

    private static TestRecord<byte[], byte[]> rejectedBy(TopologyTestDriver narrow) {
        narrow.createInputTopic(TOPICS.raw(Entity.GEO), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(bytes(GEO));
        return narrow.createOutputTopic(TOPICS.rejected(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
    }

    private void post(Entity entity, String key, String value) {
        Headers headers = new RecordHeaders().add("traceparent", "00-abc".getBytes(UTF_8));
        driver.createInputTopic(TOPICS.raw(entity), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(bytes(key), bytes(value), headers, POSTED_AT));
    }

    private List<TestRecord<byte[], byte[]>> read(String topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList();
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new HashMap<>();
        for (Header header : headers) {
            texts.put(header.key(), new String(header.value(), UTF_8));
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return settings;
    }

    private static String golden() throws IOException {
        try (InputStream file = CleaningTopologyTest.class.getResourceAsStream("topology.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    /** Writes Avro without a header; can be told to fail. */
    private static final class PlainAvroSerializer implements Serializer<GenericRecord> {
        private boolean breaksRecords;
        private boolean fails;

        void breakRecords() {
            breaksRecords = true;
        }

        void fail() {
            fails = true;
        }

        @Override
        public byte[] serialize(String topic, GenericRecord record) {
            if (fails) {
                throw new IllegalStateException("registry down");
            }
            if (breaksRecords) {
                record.put("ind", "not a number");
            }
            return AvroBytes.encode(record);
        }
    }
}
