package dev.pinflow.streams.answers;

import dev.pinflow.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moment up to which this instance's answers are complete: every curated record that was committed before it is in
 * them. Found out by asking Kafka, on a thread of its own; while that fails the last known moment stands. The moment is
 * of this machine's clock. Thread-safe.
 */
public final class AsOf implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsOf.class);

    /** A stage is looked at so many times as often as a new moment is chosen. */
    private static final int LOOKS_PER_INTERVAL = 5;

    /** Topics that are made at the start, elections and restarts of brokers pass before a person need know. */
    private static final int FAILURES_BEFORE_WARNING = 10;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Watermark watermark;
    private final Offsets offsets;
    private final Duration interval;
    private final Thread thread = new Thread(this::run, "pinflow-answers-as-of");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<Instant> instant = Optional.empty();
    private int failures;

    /** Visible for testing. */
    AsOf(Watermark watermark, Offsets offsets, Duration interval) {
        this.watermark = watermark;
        this.offsets = offsets;
        this.interval = interval;
    }

    /**
     * Begins to find out.
     *
     * @param admin asked about offsets; stays open, and must until this is closed
     * @param consumerSettings of a consumer that can reach the cluster, such as those of Kafka Streams' global consumer;
     *     those that decide what is read and how are replaced
     * @param applicationId the live answers' own
     * @param topics whose answers
     * @param tables yields how far this instance has read the answers, see {@link AnswerTables#positions()}
     * @param interval the time between two moments, while there is nothing to wait for
     */
    public static AsOf start(
            Admin admin,
            Map<String, Object> consumerSettings,
            String applicationId,
            Topics topics,
            Supplier<Map<TopicPartition, Long>> tables,
            Duration interval) {
        Offsets offsets = new KafkaOffsets(admin, applicationId, CommittedGaps.of(consumerSettings));
        Watermark watermark = new Watermark(
                offsets,
                topics.curated(),
                AnswersTopology.changesTopic(applicationId),
                topics.answers(),
                tables,
                Clock.systemUTC());
        AsOf asOf = new AsOf(watermark, offsets, interval);
        asOf.start();
        return asOf;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The latest known moment; empty until the first is known. */
    public Optional<Instant> instant() {
        return instant;
    }

    private void run() {
        try (offsets) {
            boolean complete = look();
            while (!closing.await(complete ? interval.toMillis() : pause(), TimeUnit.MILLISECONDS)) {
                complete = look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("Closing the consumer behind asOf failed", e);
        }
    }

    private long pause() {
        return Math.max(1, interval.toMillis() / LOOKS_PER_INTERVAL);
    }

    /** Whether a moment became known. */
    private boolean look() {
        try {
            Optional<Instant> reached = watermark.advance();
            if (failures >= FAILURES_BEFORE_WARNING) {
                LOG.info("How recent the live answers are can be told again");
            }
            failures = 0;
            reached.ifPresent(moment -> instant = reached);
            return reached.isPresent();
        } catch (RuntimeException e) {
            noteFailure(e);
            return false;
        }
    }

    private void noteFailure(RuntimeException e) {
        if (closing.getCount() == 0) {
            return;
        }
        failures++;
        if (failures == FAILURES_BEFORE_WARNING) {
            LOG.warn(
                    "How recent the live answers are cannot be told, asOf stays at {}: {}",
                    instant.map(Instant::toString).orElse("none"),
                    e.getMessage());
        }
        LOG.debug("Finding out how recent the live answers are failed", e);
    }

    /** Stops asking; waits at most 5 seconds. May be called more than once. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
