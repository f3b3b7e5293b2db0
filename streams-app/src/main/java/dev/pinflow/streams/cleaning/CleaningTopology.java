package dev.pinflow.streams.cleaning;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The stateless cleaning of one user's records: raw topic to curated topic or rejected topic.
 *
 * <p>Each entity has a subtopology of its own, so that every partition of every raw topic can be cleaned by another
 * thread or instance:
 *
 * <pre>
 * raw-pin (bytes) ─ clean-pin ─┬─ curated-pin   key = ind as ASCII digits, value in Avro
 *                              └─ rejected-pin  key and value as received, the reason in headers
 * </pre>
 *
 * Sources and sinks move bytes only, so that no input can fail outside {@code clean-pin}. Node names are part of the
 * contract with running deployments; a test compares them with a golden file.
 */
public final class CleaningTopology {
    private CleaningTopology() {}

    /** Builds the topology for topics that take records of any size; see the other method. */
    public static Topology build(
            Topics topics, Supplier<Serializer<GenericRecord>> serializers, CleaningCounts counts) {
        return build(topics, serializers, counts, any -> TopicLimit.UNLIMITED);
    }

    /**
     * Builds the topology; a pure function of its arguments.
     *
     * @param topics the names of the topics, which must exist when the topology is started
     * @param serializers yields a configured value serializer for curated records; called once per task, which closes
     *     the serializer that it got
     * @param counts counts what the tasks do
     * @param limits how large a record the curated topics and the rejected topic take, by the topic's name
     */
    public static Topology build(
            Topics topics,
            Supplier<Serializer<GenericRecord>> serializers,
            CleaningCounts counts,
            Function<String, TopicLimit> limits) {
        Topology topology = new Topology();
        for (Entity entity : Entity.values()) {
            addEntity(topology, topics, entity, serializers, counts, limits);
        }
        return topology;
    }

    private static void addEntity(
            Topology topology,
            Topics topics,
            Entity entity,
            Supplier<Serializer<GenericRecord>> serializers,
            CleaningCounts counts,
            Function<String, TopicLimit> limits) {
        String raw = "raw-" + entity.suffix();
        String clean = "clean-" + entity.suffix();
        Destinations destinations = new Destinations(
                topics.curated(entity),
                "curated-" + entity.suffix(),
                limits.apply(topics.curated(entity)),
                "rejected-" + entity.suffix(),
                limits.apply(topics.rejected()));

        topology.addSource(
                AutoOffsetReset.earliest(),
                raw,
                new NeverFailingTimestamps(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.raw(entity));
        topology.addProcessor(clean, () -> new CleaningProcessor(entity, destinations, serializers, counts), raw);
        topology.addSink(
                destinations.curatedNode(),
                topics.curated(entity),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                clean);
        topology.addSink(
                destinations.rejectedNode(),
                topics.rejected(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                clean);
    }
}
