package dev.pinflow.streams.answers;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The counting questions about one user's posts, kept up to date: curated topics to answers topics, and the answers
 * topics into tables that every instance can be asked.
 *
 * <pre>
 * curated-posts ─ join-posts ─ (changes-by-group) ─ count-groups ─ changed-groups ─ make-rows ─ answers-… one per report
 *                  [posts]                          [members, tops]     [cache]      [members]
 * answers-topic-… ─ read-… [table-…]  global, one per report
 * </pre>
 *
 * <p>The three curated topics must have equally many partitions, or the parts of one post do not meet. A group's rows
 * are made once per commit however often they changed, because {@code changed-groups} is a cache that a commit empties.
 * Names of nodes and stores are part of the contract with running deployments; a test compares them with a golden file.
 */
public final class AnswersTopology {
    /** How many rows of the group do not fit the record, as decimal digits; absent when all do. */
    public static final String LEFT_OUT_HEADER = "pinflow.answers.left-out";

    /** Key and value of an answer together, in bytes: fits the topics' usual limit of 1,048,588. */
    static final int MAX_ANSWER_BYTES = 900_000;

    static final String POSTS = "posts";
    static final String MEMBERS = "members";
    static final String TOPS = "tops";

    private static final String CHANGES = "changes-by-group";
    private static final String CHANGED_GROUPS = "changed-groups";
    private static final String MAKE_ROWS = "make-rows";

    /** Three columns of 1 MB each, several times over: what one record of an internal topic can hold. */
    private static final int LARGEST_INTERNAL_RECORD_BYTES = 16 * 1024 * 1024;

    /** Its content is only of use between two commits. */
    private static final int CHANGED_GROUPS_KEPT = 1_000;

    private AnswersTopology() {}

    /**
     * Builds the topology; a pure function of its arguments.
     *
     * @param topics the names of the curated and the answers topics, which must exist when the topology is started
     * @param deserializers yields a configured value deserializer for curated records; called once per task, which
     *     closes the deserializer that it got
     * @param registryAnswers whether what the deserializers depend on can be reached now. A record that cannot be
     *     decoded is skipped when it can, and fails the thread, to be read again, when it cannot
     * @param counts counts what the tasks do
     * @param settings Kafka Streams' own; {@code topology.optimization} is regarded
     */
    public static Topology build(
            Topics topics,
            Supplier<Deserializer<GenericRecord>> deserializers,
            BooleanSupplier registryAnswers,
            AnswersCounts counts,
            Properties settings) {
        StreamsBuilder builder = new StreamsBuilder();
        addCounting(builder, topics, () -> new PartReader(deserializers.get(), registryAnswers), counts);
        Topology topology = builder.build(settings);
        for (Report report : Report.LIVE) {
            addSink(topology, topics, report);
            addTable(topology, topics, report, counts);
        }
        return topology;
    }

    /** Settings that the internal topics need: a post's texts may be as large as a raw record. */
    public static Map<String, Object> internalTopicSettings() {
        return Map.of(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_INTERNAL_RECORD_BYTES);
    }

    /** The topic between the joining and the counting. */
    static String changesTopic(String applicationId) {
        return applicationId + "-" + CHANGES + "-repartition";
    }

    static String sink(Report report) {
        return "answers-" + report.id();
    }

    static String table(Report report) {
        return "table-" + report.id();
    }

    private static void addCounting(
            StreamsBuilder builder, Topics topics, Supplier<PartReader> readers, AnswersCounts counts) {
        Map<String, Entity> entities = new HashMap<>();
        for (Entity entity : Entity.values()) {
            entities.put(topics.curated(entity), entity);
        }
        builder.addStateStore(store(POSTS, new Serdes.ByteArraySerde()));
        builder.addStateStore(store(MEMBERS, new Serdes.LongSerde()).withCachingEnabled());
        builder.addStateStore(store(TOPS, new Serdes.ByteArraySerde()).withCachingEnabled());
        builder.stream(
                        topics.curated(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withName("curated-posts")
                                .withTimestampExtractor(new WallclockTimestampExtractor())
                                .withOffsetResetPolicy(AutoOffsetReset.earliest()))
                .process(() -> new JoinProcessor(entities, readers, counts), Named.as("join-posts"), POSTS)
                .repartition(Repartitioned.<byte[], byte[]>as(CHANGES)
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray()))
                .processValues(CountProcessor::new, Named.as("count-groups"), MEMBERS, TOPS)
                .toTable(
                        Named.as(CHANGED_GROUPS),
                        Materialized.<byte[], byte[]>as(Stores.lruMap(CHANGED_GROUPS, CHANGED_GROUPS_KEPT))
                                .withKeySerde(Serdes.ByteArray())
                                .withValueSerde(Serdes.ByteArray())
                                .withLoggingDisabled()
                                .withCachingEnabled())
                .toStream(Named.as("changed-groups-stream"))
                .process(() -> new RowsProcessor(counts), Named.as(MAKE_ROWS), MEMBERS);
    }

    private static <T> StoreBuilder<KeyValueStore<Bytes, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), values);
    }

    private static void addSink(Topology topology, Topics topics, Report report) {
        topology.addSink(
                sink(report), topics.answers(report), new ByteArraySerializer(), new ByteArraySerializer(), MAKE_ROWS);
    }

    private static void addTable(Topology topology, Topics topics, Report report, AnswersCounts counts) {
        topology.addGlobalStore(
                new AnswerTableBuilder(table(report)),
                "answers-topic-" + report.id(),
                new WallclockTimestampExtractor(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.answers(report),
                "read-" + report.id(),
                () -> new TableProcessor(report, counts));
    }
}
