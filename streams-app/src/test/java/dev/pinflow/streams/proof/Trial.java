package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.stack.StreamsStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One user's topics, what was posted to them, and what must have become of it. One thread at a time, except that
 * {@link #post} may be called by another one than the rest.
 */
final class Trial implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(20);

    private final StreamsStack stack;
    private final Topics topics;
    private final Map<String, String> settings = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaProducer<byte[], byte[]> zippingProducer;
    private final List<Posting> posted = new ArrayList<>();
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final CommittedEnd progress;
    private Future<RecordMetadata> sent = CompletableFuture.completedFuture(null);
    private int cleaned;
    private int instances;

    Trial(StreamsStack stack, int partitions) {
        this.stack = stack;
        this.topics = stack.newTopics();
        stack.createTopics(topics, partitions);
        stack.registerSchemas(topics);
        settings.put("user.id", topics.userId());
        settings.put("bootstrap.servers", stack.kafka());
        settings.put("registry.url", stack.registry());
        settings.put("transaction.timeout.ms", "10000");
        String protocol = System.getProperty("pinflow.protocol", "classic");
        settings.put("group.protocol", protocol);
        if (protocol.equals("classic")) {
            settings.put("session.timeout.ms", "6000");
        }
        producer = producer("none");
        zippingProducer = producer("gzip");
        progress = new CommittedEnd(stack.kafka(), outputs());
    }

    private KafkaProducer<byte[], byte[]> producer(String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.kafka(),
                        "linger.ms",
                        5,
                        "compression.type",
                        compression,
                        "max.request.size",
                        64 * 1024 * 1024,
                        "buffer.memory",
                        128 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private List<String> outputs() {
        return Stream.concat(topics.curated().stream(), Stream.of(topics.rejected()))
                .toList();
    }

    Topics topics() {
        return topics;
    }

    /** Makes the raw topics take records of the far future, which others may not. */
    void takeAnyTimestamp() throws InterruptedException, ExecutionException {
        AlterConfigOp set = new AlterConfigOp(
                new ConfigEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)),
                AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.raw().forEach(topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(set)));
        stack.admin().incrementalAlterConfigs(changes).all().get();
    }

    /** An instance that is not started yet; all instances of a trial share the work. */
    ServiceProcess newInstance(Map<String, String> more) {
        Path folder = stack.newFolder("instance-");
        Map<String, String> all = new HashMap<>(settings);
        all.put("state.dir", folder.resolve("state").toString());
        all.putAll(more);
        Path logs = Path.of("target", "proofs").toAbsolutePath();
        return new ServiceProcess(
                all,
                logs.resolve("service-" + topics.userId() + "-" + ++instances + ".log"),
                System.getProperty("pinflow.heap", "256m"));
    }

    /** Posts in the background; see {@link #flush()}. */
    void post(Posting posting) {
        send(producer, posting);
    }

    /** As {@link #post}, compressed better than the service's own producer does it. */
    void postZipped(Posting posting) {
        send(zippingProducer, posting);
    }

    private synchronized void send(KafkaProducer<byte[], byte[]> through, Posting posting) {
        int id = posted.size();
        posted.add(posting.withoutContent());
        ProducerRecord<byte[], byte[]> record = posting.record(topics.raw(posting.entity()), id);
        sent = through.send(
                record,
                (metadata, e) -> Optional.ofNullable(e).ifPresent(why -> refused.add(posting.what() + ": " + why)));
    }

    /** Returns when the raw topics hold everything that was posted. */
    void flush() {
        producer.flush();
        zippingProducer.flush();
        assertThat(sent).isDone();
        assertThat(refused).as("postings that the broker refused").isEmpty();
    }

    synchronized List<Posting> posted() {
        return List.copyOf(posted);
    }

    synchronized int postedCount() {
        return posted.size();
    }

    /** Looks for a moment how many records were cleaned, as readers of committed records see it. */
    int cleaned() {
        cleaned += progress.poll(any -> {});
        return cleaned;
    }

    /** Waits until as many records were cleaned as were posted; gives up when nothing moves for that long. */
    void awaitCleaned(Duration patience) {
        Instant end = Instant.now().plus(patience);
        int before = cleaned;
        while (cleaned() < postedCount()) {
            end = cleaned > before ? Instant.now().plus(patience) : end;
            before = cleaned;
            assertThat(Instant.now())
                    .as("%d of %d records were cleaned, and no more for %s", cleaned, postedCount(), patience)
                    .isBefore(end);
        }
    }

    /** Reads everything anew and compares; prints the ledger. */
    CleanedRecords verify() {
        RawRecords raw = RawRecords.read(stack.kafka(), topics);
        try (CleanedRecords records = new CleanedRecords(stack.kafka(), stack.registry(), topics, raw)) {
            records.readAll();
            List<String> problems = records.problems(posted());
            System.out.printf(
                    "  raw %,d = curated %,d + rejected %,d %s; exactly once: %s%n",
                    raw.size(),
                    records.curated(),
                    records.rejected(),
                    records.reasons(),
                    problems.isEmpty() ? "yes" : "NO, " + problems.size() + " problems");
            assertThat(problems.stream().limit(20).toList())
                    .as("%d problems", problems.size())
                    .isEmpty();
            assertThat(records.curated() + records.rejected()).isEqualTo(postedCount());
            return records;
        }
    }

    /** Waits for the instance's answers to tell of all that was cleaned so far, and compares them. */
    Instant verifyServed(ServiceProcess instance, CleanedRecords records) throws IOException, InterruptedException {
        Instant asOf = LiveAnswers.awaitAsOf(instance.management(), Instant.now(), STEP.multipliedBy(3));
        List<LatestPosts.Post> posts = records.latest().joined();
        assertThat(LiveAnswers.served(instance.management(), posts)).isEmpty();
        System.out.printf("  answers over %,d posts served as of %s equal the batch computation%n", posts.size(), asOf);
        return asOf;
    }

    void verifyPublished(CleanedRecords records) {
        assertThat(LiveAnswers.published(stack.kafka(), topics, records.latest().joined()))
                .isEmpty();
        System.out.println("  answers in the topics equal the batch computation");
    }

    /** Whether readers of committed records are held up by a transaction that is open still. */
    boolean hasOpenTransaction() {
        List<String> all = new ArrayList<>(outputs());
        all.addAll(topics.answers());
        return OpenTransactions.exist(stack.kafka(), all);
    }

    /** Whose raw topic that is. */
    Entity entityOf(String rawTopic) {
        return Stream.of(Entity.values())
                .filter(entity -> topics.raw(entity).equals(rawTopic))
                .findFirst()
                .orElseThrow();
    }

    String metricsTopic(Entity entity) {
        return "topic=\"" + topics.raw(entity) + "\"";
    }

    @Override
    public void close() {
        producer.close();
        zippingProducer.close();
        progress.close();
    }
}
