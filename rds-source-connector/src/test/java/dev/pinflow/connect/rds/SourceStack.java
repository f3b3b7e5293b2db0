package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.stack.connect.ConnectProcess;
import dev.pinflow.stack.connect.WorkerClassPath;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;

/** A database, a broker and a worker in a JVM of its own with the plugin, of which each may be ended and started again. */
final class SourceStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 3;

    private final Path folder;
    private final KafkaServer kafka;
    private final ConnectProcess worker;
    private MariaDbServer database;

    private SourceStack(
            Path folder, MariaDbServer database, WorkerClassPath classPath, Map<String, String> workerProperties)
            throws IOException {
        this.folder = folder;
        this.database = database;
        kafka = new KafkaServer(
                folder.resolve("kafka"),
                0,
                Map.of(
                        "group.min.session.timeout.ms", "1000",
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"));
        kafka.start();
        Map<String, String> properties = new HashMap<>(workerProperties);
        // After a kill the next worker waits for the session of the last one to end, and for its transactions: it reads
        // the topic of the offsets to the end before it starts, and an open transaction hides that end.
        properties.put("session.timeout.ms", "4000");
        properties.put("heartbeat.interval.ms", "1000");
        properties.put("producer.transaction.timeout.ms", "10000");
        PluginFolder.install(folder.resolve("plugins"));
        worker = new ConnectProcess(
                classPath,
                kafka.address(),
                folder.resolve("plugins"),
                Files.createDirectories(folder.resolve("secrets")),
                0,
                folder.resolve("worker"),
                properties);
    }

    /** Starts all three; the database is empty. */
    static SourceStack start(Path folder, WorkerClassPath classPath, Map<String, String> workerProperties)
            throws IOException {
        MariaDbServer database = new MariaDbServer(folder.resolve("mariadb"), 0);
        database.start();
        SourceStack stack = new SourceStack(folder, database, classPath, workerProperties);
        stack.worker.start();
        return stack;
    }

    /** The Kafka of this JVM, without the plugin and what it has to bring itself. */
    static WorkerClassPath ownKafka() {
        return WorkerClassPath.ofThisJvm().without("mysql-connector-j");
    }

    MariaDbServer database() {
        return database;
    }

    ConnectProcess worker() {
        return worker;
    }

    ConnectRest connect() {
        return new ConnectRest(worker.address());
    }

    /** Everything that the worker has logged since its first start. */
    String workerLog() throws IOException {
        return Files.readString(worker.log());
    }

    /** Stops the database in order and starts it on the same port again. */
    void restartDatabase() {
        int port = Integer.parseInt(database.address().replaceAll(".*:", ""));
        database.stop();
        database = new MariaDbServer(folder.resolve("mariadb"), port);
        database.start();
    }

    /** Makes the topics and deploys the connector, which has the prefix for a name. */
    void deploy(String prefix, Map<String, String> options) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(Ledger.TOPICS.stream()
                            .map(name -> new NewTopic(prefix + "." + name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        reconfigure(prefix, options);
    }

    void reconfigure(String prefix, Map<String, String> options) {
        Map<String, String> config = new HashMap<>(options(database, prefix));
        config.putAll(options);
        connect().deploy(prefix, config);
    }

    /** A connector that has its prefix for a name and sends finished JSON. */
    static Map<String, String> options(MariaDbServer database, String prefix) {
        return Map.of(
                "name",
                prefix,
                "connector.class",
                RdsPostingSourceConnector.class.getName(),
                "connection.url",
                database.jdbcUrl(),
                "connection.user",
                database.user(),
                "connection.password",
                database.password(),
                "topic.prefix",
                prefix,
                "value.format",
                "json",
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "value.converter",
                "org.apache.kafka.connect.converters.ByteArrayConverter");
    }

    /** How many postings have been emitted, as far as offsets are stored; 0 while the worker cannot say. */
    long posted(String prefix) throws InterruptedException {
        try {
            return connect().posted(prefix);
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** Waits until so many postings have been emitted; what a task failed with, if one did, is part of the message. */
    void awaitPosted(String prefix, long postings) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    assertThat(connect().failures(prefix)).isEmpty();
                    assertThat(connect().posted(prefix)).isGreaterThanOrEqualTo(postings);
                });
    }

    /** All committed records of one of the emulation's topics. */
    List<ConsumerRecord<String, String>> records(String prefix, String name) {
        return TopicReading.all(kafka.address(), prefix + "." + name);
    }

    /** What readers of committed records see. */
    Ledger ledger(String prefix, int postings) {
        return Ledger.read(kafka.address(), prefix, postings, IsolationLevel.READ_COMMITTED);
    }

    /** How many records were written and then rolled back, so that no reader of committed records sees them. */
    long rolledBack(String prefix, Ledger committed) {
        Ledger all = Ledger.read(kafka.address(), prefix, committed.postings(), IsolationLevel.READ_UNCOMMITTED);
        return all.records() - committed.records();
    }

    @Override
    public void close() {
        worker.close();
        kafka.close();
        database.close();
    }
}
