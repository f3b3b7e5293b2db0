package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker. */
final class AnswersDriver implements AutoCloseable {
    static final Topics TOPICS = new Topics("0123456789ab");

    private final AnswersCounts counts = new AnswersCounts();
    private final AtomicBoolean registryAnswers = new AtomicBoolean(true);
    private final TopologyTestDriver driver;

    /** @param state an empty folder */
    AnswersDriver(Path state) {
        Properties settings = settings();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                AnswersTopology.build(TOPICS, () -> new PlainAvro(TOPICS), registryAnswers::get, counts, settings),
                settings);
    }

    static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put("processing.exception.handler.global.enabled", true); // or each driver warns
        return settings;
    }

    void registryIsDown() {
        registryAnswers.set(false);
    }

    void put(Entity entity, GenericRecord record) {
        send(entity, record.get("ind").toString(), PlainAvro.encode(record));
    }

    void delete(Entity entity, int ind) {
        send(entity, Integer.toString(ind), null);
    }

    void send(Entity entity, String key, byte[] value) {
        driver.createInputTopic(TOPICS.curated(entity), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value, new RecordHeaders(), 0L));
    }

    void sendAnswer(Report report, String key, byte[] value) {
        driver.createInputTopic(TOPICS.answers(report), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key.getBytes(UTF_8), value);
    }

    /** A post with all its parts. */
    void post(int ind, String category, String country, long timestamp, String user, Integer age, long joined) {
        put(Entity.PIN, CuratedRecords.pin(ind, category));
        put(Entity.GEO, CuratedRecords.geo(ind, country, timestamp));
        put(Entity.USER, CuratedRecords.user(ind, user, age, joined));
    }

    /** The records that the report's topic got since the last call. */
    List<TestRecord<byte[], byte[]>> published(Report report) {
        return driver.createOutputTopic(
                        TOPICS.answers(report), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What a reader of the compacted topic has after the records that came since the last call. */
    Map<String, String> compacted(Report report) {
        Map<String, String> groups = new TreeMap<>();
        for (TestRecord<byte[], byte[]> record : published(report)) {
            String group = new String(record.key(), UTF_8);
            if (record.value() == null) {
                groups.remove(group);
            } else {
                groups.put(group, new String(record.value(), UTF_8));
            }
        }
        return groups;
    }

    AnswerTable table(Report report) {
        return (AnswerTable) driver.getStateStore(AnswersTopology.table(report));
    }

    long count(AnswersCounts.Event event) {
        return counts.snapshot().getOrDefault(event, 0L);
    }

    @Override
    public void close() {
        driver.close();
    }
}
