package dev.pinflow.streams.service;

import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningTopology;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsProperties;
import dev.pinflow.streams.curated.CuratedSerde;
import dev.pinflow.streams.schemas.RegistryException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running instance of the cleaning. Any number of instances with the same application id, in this JVM or others, share
 * the partitions. Thread-safe.
 */
public final class CleaningService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CleaningService.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final int THREAD_REPLACEMENTS = 5;
    private static final Duration REPLACEMENT_WINDOW = Duration.ofMinutes(10);

    private final KafkaStreams streams;
    private final BoundedReplacement failures;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private CleaningService(KafkaStreams streams, BoundedReplacement failures) {
        this.streams = streams;
        this.failures = failures;
    }

    /**
     * Starts an instance and returns while it still joins its group; see {@link #awaitRunning(Duration)}.
     *
     * @throws ServiceStartException when a topic is missing, a schema is not registered, Kafka or the registry does not
     *     answer; nothing is left running then
     * @throws org.apache.kafka.common.config.ConfigException when Kafka refuses one of the settings
     */
    public static CleaningService start(StreamsConfiguration config) {
        Properties properties = StreamsProperties.ofCleaning(config);
        CuratedSerde serde = CuratedSerde.of(config);
        try (TopicCheck check = TopicCheck.of(config, new StreamsConfig(properties))) {
            check.requireUsable(config.topics());
        }
        requireSchemas(config);
        Topology topology = CleaningTopology.build(config.topics(), serde::newSerializer, new CleaningCounts());
        BoundedReplacement failures =
                new BoundedReplacement(THREAD_REPLACEMENTS, REPLACEMENT_WINDOW, Clock.systemUTC());
        CleaningService service = new CleaningService(new KafkaStreams(topology, properties), failures);
        service.start();
        LOG.info("Cleaning service started: {}", config);
        return service;
    }

    private static void requireSchemas(StreamsConfiguration config) {
        SchemaRegistration schemas = new SchemaRegistration(config.confluentApi());
        try {
            if (config.autoRegister()) {
                schemas.register(config.topics());
            } else {
                schemas.requireRegistered(config.topics());
            }
        } catch (RegistryException e) {
            throw new ServiceStartException(e.getMessage(), e);
        }
    }

    private void start() {
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener(this::onChange);
        streams.start();
    }

    private void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
            LOG.info("Cleaning service ended: {}", ServiceState.of(now));
        }
    }

    public ServiceState state() {
        return ServiceState.of(streams.state());
    }

    /** What the last failed stream thread failed of; the service may have recovered since. */
    public Optional<Throwable> failure() {
        return failures.lastFailure();
    }

    /** Waits until the service cleans records; false when it ended before or the time is over. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && state() == ServiceState.RUNNING;
    }

    /** Waits until the service has stopped or failed. */
    public ServiceState awaitEnd() throws InterruptedException {
        ended.await();
        return state();
    }

    /**
     * Commits what is in progress, leaves the group, so that other instances take over at once, and stops. Waits at most
     * 30 seconds. May be called more than once.
     */
    @Override
    public void close() {
        boolean closed = streams.close(
                CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!closed) {
            LOG.warn("Cleaning service did not stop within {}; its open transaction will be aborted", CLOSE_TIMEOUT);
        }
    }
}
