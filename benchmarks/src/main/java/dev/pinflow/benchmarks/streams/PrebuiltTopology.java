package dev.pinflow.benchmarks.streams;

import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.cleaning.Cleaner;
import dev.pinflow.contract.cleaning.Curated;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** For each raw record, emits with its key, timestamp and headers the next of some cleaned records of the same entity. */
final class PrebuiltTopology {
    private static final int PREBUILT = 10_000;

    private PrebuiltTopology() {}

    static Topology build(Topics topics, Supplier<Serializer<GenericRecord>> serializers) {
        Topology topology = new Topology();
        SamplePosts posts = RawPosts.sample(PREBUILT);
        for (Entity entity : Entity.values()) {
            List<GenericRecord> records = records(posts, entity);
            String raw = "raw-" + entity.suffix();
            String emit = "emit-" + entity.suffix();
            topology.addSource(
                    AutoOffsetReset.earliest(),
                    raw,
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer(),
                    topics.raw(entity));
            topology.addProcessor(emit, () -> new Emitting(records), raw);
            topology.addSink(
                    "curated-" + entity.suffix(),
                    topics.curated(entity),
                    new ByteArraySerializer(),
                    serializers.get(),
                    emit);
        }
        return topology;
    }

    private static List<GenericRecord> records(SamplePosts posts, Entity entity) {
        Cleaner cleaner = Cleaner.of(entity);
        return IntStream.range(0, posts.count())
                .mapToObj(index -> cleaner.clean(RawPosts.json(posts, entity, index)))
                .map(result -> ((Curated) result).record())
                .toList();
    }

    private static final class Emitting extends ContextualProcessor<byte[], byte[], byte[], GenericRecord> {
        private final List<GenericRecord> records;
        private int next;

        Emitting(List<GenericRecord> records) {
            this.records = records;
        }

        @Override
        public void process(Record<byte[], byte[]> raw) {
            context().forward(raw.withValue(records.get(next)));
            next = next + 1 == records.size() ? 0 : next + 1;
        }
    }
}
