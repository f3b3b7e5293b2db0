package dev.pinflow.benchmarks.s3;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes an input to its topics, once for all runs. */
final class Feed {
    private Feed() {}

    /** @param perPartition how many records */
    static void write(String brokers, Input input, long perPartition) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(input.topics().stream()
                            .map(topic -> new NewTopic(topic, Input.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "linger.ms", "20", "batch.size", "131072");
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int topic = 0; topic < Input.TOPICS; topic++) {
                for (int partition = 0; partition < Input.PARTITIONS; partition++) {
                    for (long id = 0; id < perPartition; id++) {
                        Future<RecordMetadata> unused =
                                producer.send(input.record(topic, partition, id), (metadata, problem) -> {
                                    if (problem != null) {
                                        failure.set(problem);
                                    }
                                });
                    }
                }
            }
        }
        if (failure.get() != null) {
            throw new ExecutionException("the broker did not take a record", failure.get());
        }
    }
}
