package dev.pinflow.streams.service;

import dev.pinflow.streams.state.RestoreProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the Kafka Streams applications that the service is made of: the cleaning or the answers. Thread-safe. */
final class ServicePart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServicePart.class);

    private static final Duration ABANDON_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final String applicationId;
    private final int threads;
    private final TopologyDescription description;
    private final KafkaStreams streams;
    private final ThreadFailures failures;
    private final Recovery recovery;
    private final RestoreProgress restores = new RestoreProgress();
    private final Clock clock;
    private volatile Runnable changed = () -> {};
    private volatile boolean closing;
    private volatile boolean hasRun;
    private volatile Optional<Instant> rebalancingSince;
    private volatile Optional<RuntimeException> startFailure = Optional.empty();

    /**
     * Makes what can be started; must be closed even when it was not.
     *
     * @param patience how long stream threads may fail in a run
     */
    ServicePart(String name, Topology topology, Properties properties, Duration patience, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.description = topology.describe();
        this.rebalancingSince = Optional.of(clock.instant());
        StreamsConfig parsed = new StreamsConfig(properties);
        this.applicationId = parsed.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        this.threads = parsed.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG);
        this.failures = new ThreadFailures(name, patience, clock);
        this.recovery = new Recovery(failures, patience, clock);
        this.streams = new KafkaStreams(topology, parsed);
        streams.setUncaughtExceptionHandler(failures);
        streams.setGlobalStateRestoreListener(restores);
        streams.setStandbyUpdateListener(restores);
        streams.setStateListener((now, before) -> {
            remember(now);
            changed.run();
        });
    }

    /** Sets what is told after each change of {@link #state()}, and must return at once. */
    void onChange(Runnable told) {
        changed = told;
    }

    private void remember(State now) {
        hasRun = hasRun || now == State.RUNNING;
        rebalancingSince = now == State.REBALANCING ? Optional.of(clock.instant()) : Optional.empty();
        LOG.info("{} is {}", name, now);
    }

    /** Blocks until global tables, if there are any, are read; a failure to start shows in {@link #state()}. */
    void start() {
        try {
            streams.start();
        } catch (RuntimeException e) {
            if (!closing) {
                startFailure = Optional.of(e);
                LOG.error("{} did not start", name, e);
            }
        }
    }

    /** Ends the run of thread failures when there is one and records are processed again. */
    void observe() {
        recovery.observe(streams.state() == State.RUNNING, Progress.of(liveThreads()));
    }

    String name() {
        return name;
    }

    String applicationId() {
        return applicationId;
    }

    TopologyDescription description() {
        return description;
    }

    KafkaStreams streams() {
        return streams;
    }

    RestoreProgress restores() {
        return restores;
    }

    ThreadFailures failures() {
        return failures;
    }

    /** How many stream threads it should have. */
    int threads() {
        return threads;
    }

    State state() {
        return streams.state();
    }

    /** Whether it gave up, or never came up. */
    boolean hasFailed() {
        State state = streams.state();
        return startFailure.isPresent()
                || state == State.ERROR
                || state == State.PENDING_ERROR
                || (!closing && (state == State.NOT_RUNNING || state == State.PENDING_SHUTDOWN));
    }

    /** Whether it has processed records, or would have. */
    boolean hasRun() {
        return hasRun;
    }

    /** Since when it rebalances; empty when it does not. */
    Optional<Instant> rebalancingSince() {
        return rebalancingSince;
    }

    /** What it failed of. */
    Optional<Throwable> failure() {
        return startFailure.<Throwable>map(e -> e).or(failures::last);
    }

    /** Why it gave up, in one sentence for a person. */
    String whyFailed() {
        Optional<Throwable> failure = failure();
        String cause = failure.map(ServicePart::rootMessage).orElse("it was shut down from outside");
        return "The " + name + " gave up (" + cause + "). "
                + failure.map(FailureKind::of).map(FailureKind::advice).orElse("See the log.");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** The stream threads that are not dead. */
    List<ThreadMetadata> liveThreads() {
        return threadsOf(streams).stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .toList();
    }

    /** Kafka Streams tells only while it runs. */
    private static Set<ThreadMetadata> threadsOf(KafkaStreams streams) {
        try {
            return streams.metadataForLocalThreads();
        } catch (IllegalStateException e) {
            return Set.of();
        }
    }

    /**
     * Commits what is in progress, leaves the group, so that other instances take over at once, and stops.
     *
     * @return false when that took longer than the time
     */
    boolean close(Duration timeout) {
        closing = true;
        failures.close();
        boolean closed = streams.close(
                CloseOptions.timeout(timeout).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!closed) {
            LOG.warn("{} did not stop within {}; its open transaction will be aborted", name, timeout);
        }
        return closed;
    }

    @Override
    public void close() {
        close(ABANDON_TIMEOUT);
    }
}
