package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import dev.pinflow.stack.kafka.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger USERS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static KafkaServer kafka;
    private static Admin admin;

    private final Topics topics = new Topics("it" + USERS.incrementAndGet());
    private final NaiveAnswers batch = new NaiveAnswers();
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void startBroker() {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.address()));
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        List<NewTopic> created = new ArrayList<>();
        topics.curated().forEach(name -> created.add(new NewTopic(name, 2, (short) 1)));
        topics.answers()
                .forEach(name -> created.add(new NewTopic(name, 2, (short) 1)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))));
        admin.createTopics(created).all().get();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.address(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topics.userId(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    @AfterEach
    void closeProducer() {
        producer.close();
    }

    @Test
    void answersEqualABatchAfterRePostsDeletionsAndARestart() {
        try (RunningAnswers answers = start()) {
            commit(1, 400);
            awaitComplete(answers);
            assertEqualsBatch(answers);
            commit(2, 50);
            awaitComplete(answers);
            assertEqualsBatch(answers);
        }
        commit(3, 50);
        try (RunningAnswers answers = start()) {
            awaitComplete(answers);
            assertEqualsBatch(answers);
        }
    }

    @Test
    void asOfPassesAbortedRecordsAndMarkers() {
        try (RunningAnswers answers = start()) {
            commit(1, 20);
            producer.beginTransaction();
            for (int ind = 0; ind < 20; ind++) {
                put(Entity.PIN, CuratedRecords.pin(ind, "aborted"));
            }
            producer.flush();
            producer.abortTransaction();

            awaitComplete(answers);
            assertEqualsBatch(answers);
        }
    }

    @Test
    void asOfDoesNotPassATransactionThatIsOpen() throws InterruptedException {
        try (RunningAnswers answers = start()) {
            commit(1, 20);
            awaitComplete(answers);
            producer.beginTransaction();
            put(Entity.PIN, CuratedRecords.pin(1, "open"));
            producer.flush();
            Instant opened = Instant.now();
            Thread.sleep(1_000);
            assertThat(answers.asOf().instant().orElseThrow()).isBefore(opened);

            producer.commitTransaction();
            batch.put(Entity.PIN, CuratedRecords.pin(1, "open"));

            awaitComplete(answers);
            assertEqualsBatch(answers);
        }
    }

    @Test
    void topicsWithoutRecordsAreComplete() {
        try (RunningAnswers answers = start()) {
            awaitComplete(answers);

            assertThat(answers.reader().read(Report.CATEGORY_BY_COUNTRY).rows()).isEmpty();
        }
    }

    @Test
    void textsOfAMegabyteStopNothing() {
        String large = "x".repeat(1_000_000);
        try (RunningAnswers answers = start()) {
            producer.beginTransaction();
            put(Entity.PIN, CuratedRecords.pin(1, large));
            put(Entity.GEO, CuratedRecords.geo(1, large, 1_540_000_000_000L));
            put(Entity.USER, CuratedRecords.user(1, large, 30, 1_440_000_000_000L));
            put(Entity.USER, CuratedRecords.user(2, "Ann Lee", 30, 1_440_000_000_000L));
            put(Entity.PIN, CuratedRecords.pin(2, "art"));
            put(Entity.PIN, CuratedRecords.pin(3, "art"));
            put(Entity.GEO, CuratedRecords.geo(2, "Italy", 1_540_000_000_000L));
            producer.commitTransaction();

            awaitComplete(answers);
            assertThat(answers.reader().read(Report.CATEGORY_BY_COUNTRY).rows())
                    .containsExactly("{\"country\":\"Italy\",\"category\":\"art\",\"category_count\":1}");
            assertThat(answers.reader().read(Report.USERS_JOINED_BY_YEAR).rows())
                    .containsExactly("{\"post_year\":2015,\"number_users_joined\":2}");
        }
    }

    @Test
    void unreadableRecordsAreSkipped() {
        try (RunningAnswers answers = start()) {
            producer.beginTransaction();
            send(Entity.PIN, bytes(1), "foreign".getBytes(UTF_8));
            send(Entity.GEO, null, new byte[0]);
            producer.commitTransaction();
            commit(1, 50);

            awaitComplete(answers);
            assertEqualsBatch(answers);
            assertThat(answers.counts())
                    .containsEntry(new AnswersCounts.Event.Unreadable(Entity.PIN), 1L)
                    .containsEntry(new AnswersCounts.Event.Unreadable(Entity.GEO), 1L);
        }
    }

    @Test
    void answersOfAnInstanceThatHasStoppedCannotBeRead() {
        RunningAnswers answers = start();
        answers.close();

        assertThatThrownBy(() -> answers.reader().read(Report.CATEGORY_BY_YEAR))
                .isInstanceOf(AnswersUnavailableException.class)
                .hasMessageContaining("ask again later");
    }

    @Test
    void theGlobalTablesReadWhatIsCommittedOnly() {
        assertThat(new StreamsConfig(RunningAnswers.settings(kafka.address(), topics, folder))
                        .getGlobalConsumerConfigs("any"))
                .containsEntry("isolation.level", "read_committed");
    }

    private RunningAnswers start() {
        return RunningAnswers.start(kafka.address(), admin, topics, folder.resolve(topics.userId()));
    }

    /** Commits random records in a transaction of their own. */
    private void commit(long seed, int records) {
        producer.beginTransaction();
        new RandomRecords(seed, 40).send(records, new RandomRecords.Receiver() {
            @Override
            public void put(Entity entity, GenericRecord record) {
                AnswersIT.this.put(entity, record);
                batch.put(entity, record);
            }

            @Override
            public void delete(Entity entity, int ind) {
                send(entity, bytes(ind), null);
                batch.delete(entity, ind);
            }
        });
        producer.commitTransaction();
    }

    private void put(Entity entity, GenericRecord record) {
        send(entity, bytes((Integer) record.get("ind")), PlainAvro.encode(record));
    }

    /** Within a transaction, which fails when a record of it does. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(Entity entity, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topics.curated(entity), key, value));
    }

    private static byte[] bytes(int ind) {
        return Integer.toString(ind).getBytes(UTF_8);
    }

    private static void awaitComplete(RunningAnswers answers) {
        Instant now = Instant.now();
        await().atMost(PATIENCE)
                .until(() -> answers.asOf().instant().filter(now::isBefore).isPresent());
    }

    private void assertEqualsBatch(RunningAnswers answers) {
        for (Report report : Report.LIVE) {
            assertThat(answers.reader().read(report).rows()).as(report.id()).isEqualTo(batch.rows(report));
        }
    }
}
