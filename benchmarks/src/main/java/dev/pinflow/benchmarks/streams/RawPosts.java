package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.contract.PostJson;
import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sample posts in the raw topics.
 *
 * @param posts how many; each is one record in each of the three topics
 */
record RawPosts(Topics topics, int posts) {
    static final int PARTITIONS = 2;

    private static final long SEED = 1;

    /** The posts' rows of one entity. */
    static byte[] json(SamplePosts posts, Entity entity, int index) {
        return switch (entity) {
            case PIN -> PostJson.of(posts.pin(index));
            case GEO -> PostJson.of(posts.geo(index));
            case USER -> PostJson.of(posts.user(index));
        };
    }

    static SamplePosts sample(int posts) {
        return new SamplePosts(SEED, posts);
    }

    long records() {
        return (long) posts * Entity.values().length;
    }

    /** Creates the topics, and fills the raw ones. */
    void write(String brokers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Collection<NewTopic> all = Stream.of(topics.raw(), topics.curated(), List.of(topics.rejected()))
                    .flatMap(List::stream)
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(all).all().get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "linger.ms", "20", "batch.size", "131072");
        AtomicReference<Exception> failure = new AtomicReference<>();
        SamplePosts sample = sample(posts);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int index = 0; index < posts; index++) {
                for (Entity entity : Entity.values()) {
                    Future<RecordMetadata> unused =
                            producer.send(record(sample, entity, index), (metadata, problem) -> {
                                if (problem != null) {
                                    failure.set(problem);
                                }
                            });
                }
            }
        }
        if (failure.get() != null) {
            throw new ExecutionException("the broker did not take a record", failure.get());
        }
    }

    private ProducerRecord<byte[], byte[]> record(SamplePosts sample, Entity entity, int index) {
        byte[] key = Integer.toString(index).getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(topics.raw(entity), index % PARTITIONS, key, json(sample, entity, index));
    }
}
