package dev.pinflow.streams.stack;

import dev.pinflow.contract.Topics;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker, a schema registry and the clients that tests need, shared by all test classes of one run; see
 * {@link SharedStack}. Tests keep out of each other's way by topics of their own.
 */
public final class StreamsStack implements AutoCloseable {
    /** How long a test waits for what must happen, on a machine that is busy with other things. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Room for a raw record of the default largest size and 64 KiB of headers. */
    public static final int REJECTED_BYTES = 1_048_588 + 64 * 1024;

    private final Path folder;
    private final KafkaServer kafka;
    private final RegistryServer registry;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger users = new AtomicInteger();

    StreamsStack(Path folder) {
        this.folder = folder;
        this.kafka = new KafkaServer(folder.resolve("kafka"), 0);
        this.registry = new RegistryServer(folder.resolve("registry"), 0);
        kafka.start();
        registry.start();
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka.address()));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The broker's {@code host:port}. */
    public String kafka() {
        return kafka.address();
    }

    /** The registry's URL without a slash at the end. */
    public String registry() {
        return registry.address();
    }

    public Admin admin() {
        return admin;
    }

    /** A producer without a transaction that sends at once; not to be closed. */
    public KafkaProducer<byte[], byte[]> producer() {
        return producer;
    }

    /** The names of topics that no other test uses and that do not exist yet. */
    public Topics newTopics() {
        return new Topics("it" + users.incrementAndGet());
    }

    /** An empty folder that is removed at the end of the run. */
    public Path newFolder(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All topics that the service wants: raw, curated, rejected and the compacted answers. */
    public void createTopics(Topics topics, int partitions) {
        List<NewTopic> created = new ArrayList<>();
        Stream.concat(topics.raw().stream(), topics.curated().stream())
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .forEach(created::add);
        created.add(rejected(topics, REJECTED_BYTES));
        topics.answers().stream().map(StreamsStack::compacted).forEach(created::add);
        create(created);
    }

    public static NewTopic rejected(Topics topics, int maxMessageBytes) {
        return new NewTopic(topics.rejected(), 1, (short) 1)
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes)));
    }

    public static NewTopic compacted(String name) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    public void create(List<NewTopic> created) {
        admin.createTopics(created)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void registerSchemas(Topics topics) {
        new SchemaRegistration(URI.create(registry() + "/apis/ccompat/v7")).register(topics);
    }

    /** Settings of a service on this stack, with a state folder of its own. */
    public Properties settings(Topics topics) {
        Properties properties = new Properties();
        properties.setProperty("user.id", topics.userId());
        properties.setProperty("bootstrap.servers", kafka());
        properties.setProperty("registry.url", registry());
        properties.setProperty("state.dir", newFolder("state-").toString());
        return properties;
    }

    /** The settings with others over them, as {@code key, value, key, value}. */
    public StreamsConfiguration configuration(Topics topics, String... keysAndValues) {
        Properties properties = settings(topics);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return StreamsConfiguration.of(properties);
    }

    /** Posts one record without key and waits until the broker has it. */
    public void post(String topic, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until that many committed records can be read, and a moment longer for what should not be there. */
    public List<ConsumerRecord<byte[], byte[]>> read(List<String> topics, int expected) {
        try (CommittedRecords records = new CommittedRecords(kafka(), topics)) {
            return records.await(expected, PATIENCE);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        registry.stop();
        kafka.stop();
    }
}
