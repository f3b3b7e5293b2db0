package dev.pinflow.streams.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.schemas.SchemaRegistration;
import dev.pinflow.streams.stack.CommittedRecords;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger USERS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static KafkaServer kafka;
    private static RegistryServer registry;
    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> producer;

    private final Topics topics = new Topics("it" + USERS.incrementAndGet());

    @BeforeAll
    static void startServers() {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        registry = new RegistryServer(folder.resolve("registry"), 0);
        registry.start();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.address()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stopServers() {
        Stream.of(producer, admin, registry, kafka).forEach(CleaningServiceIT::close);
    }

    @Test
    void everyRecordIsEitherCuratedOrRejected() throws Exception {
        createTopics(2_000_000);
        registerSchemas();
        int posted = postGoodAndBad(100);

        try (CleaningService service = CleaningService.start(configuration())) {
            assertThat(service.awaitRunning(PATIENCE)).isTrue();
            List<ConsumerRecord<byte[], byte[]>> cleaned = readCleaned(posted);

            assertThat(cleaned).hasSize(posted);
            assertThat(cleaned.stream().filter(this::isRejected)).hasSize(posted - 300);
            assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
        }
    }

    @Test
    void curatedValuesDecodeWithTheSchemaThatTheRegistryHasUnderTheirId() throws Exception {
        createTopics(2_000_000);
        registerSchemas();
        post(Entity.GEO, geo(7528).getBytes(UTF_8));

        try (CleaningService service = CleaningService.start(configuration())) {
            ConsumerRecord<byte[], byte[]> curated = readCleaned(1).get(0);

            GenericRecord decoded = new ConfluentReader(registry.address()).read(curated.value());
            assertThat(decoded.get("ind")).isEqualTo(7528);
            assertThat(decoded.get("country")).hasToString("Albania");
            assertThat(new String(curated.key(), UTF_8)).isEqualTo("7528");
            assertThat(service.failure()).isEmpty();
        }
    }

    @Test
    void kafkaConnectsAvroConverterReadsCuratedValues() throws Exception {
        createTopics(2_000_000);
        registerSchemas();
        post(Entity.GEO, geo(7528).getBytes(UTF_8));

        try (CleaningService service = CleaningService.start(configuration())) {
            ConsumerRecord<byte[], byte[]> curated = readCleaned(1).get(0);

            assertThat(ConnectReader.read(registry.address(), curated).getInt32("ind"))
                    .isEqualTo(7528);
            assertThat(service.failure()).isEmpty();
        }
    }

    @Test
    void aRestartedServiceGoesOnWhereItStopped() throws Exception {
        createTopics(2_000_000);
        registerSchemas();
        int first = postGoodAndBad(20);
        CleaningService stopped = CleaningService.start(configuration());
        try (stopped) {
            readCleaned(first);
        }
        assertThat(stopped.awaitEnd()).isEqualTo(ServiceState.STOPPED);
        int second = postGoodAndBad(20);

        try (CleaningService service = CleaningService.start(configuration())) {
            assertThat(service.awaitRunning(PATIENCE)).isTrue();
            assertThat(readCleaned(first + second)).hasSize(first + second);
        }
    }

    @Test
    void namesTheTopicsThatAreMissing() {
        assertThatThrownBy(() -> CleaningService.start(configuration()))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContainingAll(topics.raw(Entity.PIN), topics.rejected(), "create them");
    }

    @Test
    void tellsThatTheRejectedTopicLeavesNoRoomForHeaders() throws Exception {
        createTopics(1_048_588);

        assertThatThrownBy(() -> CleaningService.start(configuration()))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContainingAll(topics.rejected(), "set its max.message.bytes to 1114124 or more");
    }

    @Test
    void namesTheSchemasThatAreNotRegistered() throws Exception {
        createTopics(2_000_000);

        assertThatThrownBy(() -> CleaningService.start(configuration()))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContainingAll(topics.curated(Entity.USER) + "-value", "register the schemas first");
    }

    @Test
    void registersMissingSchemasWhenToldTo() throws Exception {
        createTopics(2_000_000);
        Properties properties = properties();
        properties.setProperty("schemas.auto.register", "true");

        try (CleaningService service = CleaningService.start(StreamsConfiguration.of(properties))) {
            assertThat(service.awaitRunning(PATIENCE)).isTrue();
            assertThat(registration().requireRegistered(topics)).hasSize(3);
        }
    }

    @Test
    void tellsThatTheRegistryIsDown() throws Exception {
        createTopics(2_000_000);
        Properties properties = properties();
        properties.setProperty("registry.url", "http://127.0.0.1:1");

        assertThatThrownBy(() -> CleaningService.start(StreamsConfiguration.of(properties)))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .hasMessageContaining("does not answer");
    }

    private void createTopics(int rejectedBytes) throws Exception {
        List<NewTopic> created = new ArrayList<>();
        Stream.concat(topics.raw().stream(), topics.curated().stream())
                .map(name -> new NewTopic(name, 2, (short) 1))
                .forEach(created::add);
        created.add(new NewTopic(topics.rejected(), 1, (short) 1)
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(rejectedBytes))));
        admin.createTopics(created).all().get();
    }

    private SchemaRegistration registration() {
        return new SchemaRegistration(URI.create(registry.address() + "/apis/ccompat/v7"));
    }

    private void registerSchemas() {
        registration().register(topics);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user.id", topics.userId());
        properties.setProperty("bootstrap.servers", kafka.address());
        properties.setProperty("registry.url", registry.address());
        properties.setProperty(
                "state.dir", folder.resolve("state-" + topics.userId()).toString());
        return properties;
    }

    private StreamsConfiguration configuration() {
        return StreamsConfiguration.of(properties());
    }

    /** Posts as many good records to each raw topic, and rubbish between them; yields how many records that were. */
    private int postGoodAndBad(int perTopic) throws Exception {
        List<byte[]> rubbish = List.of(
                "not json".getBytes(UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe},
                "[]".getBytes(UTF_8),
                "[".repeat(100_000).getBytes(UTF_8),
                ("{\"index\":1,\"unique_id\":\"" + "x".repeat(1_000_000)).getBytes(UTF_8),
                user(-1).getBytes(UTF_8));
        for (int ind = 0; ind < perTopic; ind++) {
            post(Entity.PIN, pin(ind).getBytes(UTF_8));
            post(Entity.GEO, geo(ind).getBytes(UTF_8));
            post(Entity.USER, user(ind).getBytes(UTF_8));
        }
        for (Entity entity : Entity.values()) {
            for (byte[] value : rubbish) {
                post(entity, value);
            }
            post(entity, null);
        }
        return 3 * (perTopic + rubbish.size() + 1);
    }

    private void post(Entity entity, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topics.raw(entity), value)).get();
    }

    private List<ConsumerRecord<byte[], byte[]>> readCleaned(int expected) {
        List<String> outputs = Stream.concat(topics.curated().stream(), Stream.of(topics.rejected()))
                .toList();
        try (CommittedRecords records = new CommittedRecords(kafka.address(), outputs)) {
            await().atMost(PATIENCE).until(() -> records.poll().size() >= expected);
            // What was written twice would follow.
            return Stream.of(records.poll(), records.poll())
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }

    private boolean isRejected(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(topics.rejected()) && record.headers().lastHeader(RejectedHeaders.REASON) != null;
    }

    private static String pin(int ind) {
        return "{\"index\":%d,\"unique_id\":\"u%d\",\"title\":\"A title\",\"follower_count\":\"12k\",\"category\":\"art\"}"
                .formatted(ind, ind);
    }

    private static String geo(int ind) {
        return "{\"ind\":%d,\"timestamp\":\"2020-08-28T03:52:47\",\"latitude\":1.5,\"longitude\":2.5,\"country\":\"Albania\"}"
                .formatted(ind);
    }

    private static String user(int ind) {
        return "{\"ind\":%d,\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"age\":36,\"date_joined\":\"2015-12-08 20:02:43\"}"
                .formatted(ind);
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
