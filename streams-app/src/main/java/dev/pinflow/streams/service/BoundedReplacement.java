package dev.pinflow.streams.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a failed stream thread, which heals what time heals, but only a number of times within a window; then the
 * instance shuts down, so that its platform notices and restarts it. Called by the failing threads.
 */
final class BoundedReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedReplacement.class);

    private final int replacements;
    private final Duration window;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Optional<Throwable> lastFailure = Optional.empty();

    BoundedReplacement(int replacements, Duration window, Clock clock) {
        this.replacements = replacements;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        while (!failures.isEmpty() && failures.peekFirst().isBefore(now.minus(window))) {
            failures.removeFirst();
        }
        failures.addLast(now);
        lastFailure = Optional.of(failure);
        if (failures.size() > replacements) {
            LOG.error("Stream thread failed {} times within {}: shutting down", failures.size(), window, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn(
                "Stream thread failed, replacement {} of {} within {}", failures.size(), replacements, window, failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    synchronized Optional<Throwable> lastFailure() {
        return lastFailure;
    }
}
