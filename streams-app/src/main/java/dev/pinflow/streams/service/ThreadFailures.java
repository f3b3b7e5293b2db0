package dev.pinflow.streams.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces failed stream threads, which heals what time heals, for as long as a run of failures is allowed to last; then
 * the part shuts down, so that its platform notices and restarts it. A run begins with a failure and ends with
 * {@link #recovered()}.
 *
 * <p>Before a thread is replaced, it waits for as long as the run has lasted already, between 1 and 30 seconds: doubling,
 * however many threads fail at the same time. What a registry or a broker that is down costs is one attempt per thread
 * in 30 seconds. The waiting thread keeps its partitions, so that a failure that would only follow them does not wander
 * from instance to instance.
 *
 * <p>Called by the failing threads; {@link #close()} ends their waits at once. Thread-safe.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler, AutoCloseable {
    static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** For failures that time does not heal: some of them, such as permissions, take seconds to reach all brokers. */
    static final Duration PATIENCE_WITH_CONFIGURATION = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    private final String part;
    private final Duration patience;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Instant> runBegan = Optional.empty();
    private Optional<Instant> lastAt = Optional.empty();
    private Optional<Throwable> last = Optional.empty();
    private long count;

    /** @param patience how long a run of failures may last */
    ThreadFailures(String part, Duration patience, Clock clock) {
        this.part = part;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        Duration lasted = begun(failure, now);
        FailureKind kind = FailureKind.of(failure);
        if (kind == FailureKind.FATAL || lasted.compareTo(patienceWith(kind)) >= 0) {
            LOG.error(
                    "{}: stream threads fail for {} s, giving up. {}",
                    part,
                    lasted.toSeconds(),
                    kind.advice(),
                    failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration wait = waitAfter(lasted);
        LOG.warn(
                "{}: a stream thread failed and is replaced in {} s. {}",
                part,
                wait.toSeconds(),
                kind.advice(),
                failure);
        await(wait);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized Duration begun(Throwable failure, Instant now) {
        count++;
        last = Optional.of(failure);
        lastAt = Optional.of(now);
        if (runBegan.isEmpty()) {
            runBegan = Optional.of(now);
        }
        return Duration.between(runBegan.get(), now);
    }

    private Duration patienceWith(FailureKind kind) {
        return kind == FailureKind.CONFIGURATION ? shorter(patience, PATIENCE_WITH_CONFIGURATION) : patience;
    }

    static Duration waitAfter(Duration lasted) {
        Duration atLeast = lasted.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : lasted;
        return shorter(atLeast, LONGEST_WAIT);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void await(Duration wait) {
        try {
            if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{}: the service stops, a failed stream thread waits no longer", part);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records are processed again: the next failure begins a new run. */
    synchronized void recovered() {
        runBegan.ifPresent(began -> LOG.info("{}: recovered from the failures since {}", part, began));
        runBegan = Optional.empty();
    }

    /** When the present run of failures began; empty when there is none. */
    synchronized Optional<Instant> since() {
        return runBegan;
    }

    /** When a thread failed last, recovered from or not. */
    synchronized Optional<Instant> lastAt() {
        return lastAt;
    }

    /** What the last failed thread failed of; the part may have recovered since. */
    synchronized Optional<Throwable> last() {
        return last;
    }

    /** How many threads failed since the start. */
    synchronized long count() {
        return count;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
