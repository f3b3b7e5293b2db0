package dev.pinflow.streams.reset;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;

/** The groups that stand in the topics of the live answers. */
final class PublishedAnswers {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topics topics;
    private final StreamsConfig config;

    private PublishedAnswers(Topics topics, StreamsConfig config) {
        this.topics = topics;
        this.config = config;
    }

    static PublishedAnswers of(StreamsConfiguration config) {
        return new PublishedAnswers(config.topics(), new StreamsConfig(StreamsProperties.ofAnswers(config)));
    }

    List<String> plan() {
        return topics.answers().stream()
                .map(topic -> "groups in topic " + topic + ": " + groups(topic).size())
                .toList();
    }

    /** Writes a tombstone for each group, so that readers forget those which the new count does not have. */
    void withdraw() {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings = new HashMap<>(config.getProducerConfigs("answers-reset"));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String topic : topics.answers()) {
                for (Map.Entry<Bytes, Integer> group : groups(topic).entrySet()) {
                    byte[] key = group.getKey().get();
                    sent.add(producer.send(new ProducerRecord<>(topic, group.getValue(), key, null)));
                }
            }
            for (Future<RecordMetadata> answer : sent) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new ResetException(
                    "The published answers cannot be withdrawn (" + e.getCause().getMessage()
                            + "): check the permission to write to " + topics.prefix()
                            + ".answers.*, then reset again.",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResetException("Interrupted while withdrawing the published answers: reset again.", e);
        }
    }

    /** Each group that has rows, with its partition. */
    private Map<Bytes, Integer> groups(String topic) {
        Map<String, Object> settings = new HashMap<>(config.getRestoreConsumerConfigs("answers-reset"));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Map<Bytes, Integer> groups = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(POLL).forEach(record -> take(groups, record));
            }
        }
        return groups;
    }

    private static void take(Map<Bytes, Integer> groups, ConsumerRecord<byte[], byte[]> record) {
        Bytes group = Bytes.wrap(record.key());
        if (record.value() == null) {
            groups.remove(group);
        } else {
            groups.put(group, record.partition());
        }
    }
}
