package dev.pinflow.ingest.write;

import dev.pinflow.ingest.write.WriteOutcome.Failed;
import dev.pinflow.ingest.write.WriteOutcome.Kind;
import dev.pinflow.ingest.write.WriteOutcome.Written;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to Kafka with an idempotent producer that waits for all in-sync replicas. */
public final class KafkaRecordWriter implements RecordWriter {
    /**
     * The header that every record from here carries, with the value {@code http}, so that a ledger can tell what came
     * in this way.
     */
    public static final String INGEST_HEADER = "pinflow.ingest";

    private static final byte[] HTTP = "http".getBytes(StandardCharsets.US_ASCII);

    /** API gateways give up after 29 s; the client must have the broker's verdict before. */
    private static final int DELIVERY_TIMEOUT_MS = 20_000;

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int METADATA_TIMEOUT_MS = 5_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final KafkaTopics topics;

    private KafkaRecordWriter(Producer<byte[], byte[]> producer, KafkaTopics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /**
     * Connects lazily: a cluster that is down shows in the first write.
     *
     * @param bootstrapServers brokers to begin with, as {@code host:port,host:port}
     * @param clientSettings settings of Kafka's clients over ours, such as {@code security.protocol}
     */
    public static KafkaRecordWriter connect(String bootstrapServers, Map<String, String> clientSettings) {
        Map<String, Object> producing = new HashMap<>();
        producing.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        producing.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producing.put(ProducerConfig.ACKS_CONFIG, "all");
        producing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producing.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        producing.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        producing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_TIMEOUT_MS);
        producing.putAll(clientSettings);
        Map<String, Object> asking = new HashMap<>();
        asking.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        asking.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, METADATA_TIMEOUT_MS);
        asking.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, METADATA_TIMEOUT_MS);
        asking.putAll(clientSettings);
        return new KafkaRecordWriter(
                new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer()),
                new KafkaTopics(asking));
    }

    @Override
    public WriteResult write(String topic, List<PostedRecord> records) {
        try {
            OptionalInt partitions = topics.partitions(topic);
            if (partitions.isEmpty()) {
                return new WriteResult.UnknownTopic();
            }
            if (records.stream().anyMatch(record -> record.partition().orElse(0) >= partitions.getAsInt())) {
                return new WriteResult.UnknownPartition();
            }
            return new WriteResult.Tried(written(topic, records));
        } catch (ExecutionException e) {
            return new WriteResult.Unavailable(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WriteResult.Unavailable("The gateway is stopping.");
        }
    }

    private List<WriteOutcome> written(String topic, List<PostedRecord> records) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (PostedRecord record : records) {
            sent.add(send(topic, record));
        }
        List<WriteOutcome> outcomes = new ArrayList<>(sent.size());
        for (Future<RecordMetadata> acknowledged : sent) {
            outcomes.add(outcome(acknowledged));
        }
        return outcomes;
    }

    private Future<RecordMetadata> send(String topic, PostedRecord record) {
        Integer partition = record.partition().isPresent() ? record.partition().getAsInt() : null;
        try {
            ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(
                    topic, partition, record.key().orElse(null), record.value().orElse(null));
            sent.headers().add(INGEST_HEADER, HTTP);
            return producer.send(sent);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static WriteOutcome outcome(Future<RecordMetadata> acknowledged) throws InterruptedException {
        try {
            RecordMetadata place = acknowledged.get();
            return new Written(place.partition(), place.offset());
        } catch (ExecutionException e) {
            return new Failed(kind(e.getCause()), String.valueOf(e.getCause().getMessage()));
        }
    }

    private static Kind kind(Throwable failure) {
        if (failure instanceof AuthenticationException) {
            return Kind.UNAUTHENTICATED;
        }
        if (failure instanceof AuthorizationException) {
            return Kind.UNAUTHORIZED;
        }
        return failure instanceof RetriableException ? Kind.RETRIABLE : Kind.FATAL;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        topics.close();
    }
}
