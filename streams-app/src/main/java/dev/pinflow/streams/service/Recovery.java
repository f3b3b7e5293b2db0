package dev.pinflow.streams.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out that a run of thread failures is over: no thread failed for a minute, and within it each partition went on or
 * had nothing left. A part without failures for twice the patience has recovered in any case: what trails in a partition
 * may be markers of transactions, which are never committed. Used by one thread.
 */
final class Recovery {
    static final Duration QUIET = Duration.ofSeconds(60);

    private record Baseline(Instant taken, Progress progress) {}

    private final ThreadFailures failures;
    private final Duration quietInAnyCase;
    private final Clock clock;
    private Optional<Baseline> baseline = Optional.empty();

    Recovery(ThreadFailures failures, Duration patience, Clock clock) {
        this.failures = failures;
        this.quietInAnyCase = patience.multipliedBy(2);
        this.clock = clock;
    }

    /**
     * Looks at the part; to be called every few seconds.
     *
     * @param running whether the part processes records, as opposed to rebalancing
     */
    void observe(boolean running, Progress progress) {
        Instant now = clock.instant();
        Optional<Instant> lastFailure = failures.since().flatMap(began -> failures.lastAt());
        if (lastFailure.isEmpty() || !running) {
            baseline = Optional.empty();
            return;
        }
        if (!now.isBefore(lastFailure.get().plus(quietInAnyCase))) {
            failures.recovered();
            baseline = Optional.empty();
        } else if (baseline.isEmpty()
                || lastFailure.get().isAfter(baseline.get().taken())) {
            baseline = Optional.of(new Baseline(now, progress));
        } else if (!now.isBefore(baseline.get().taken().plus(QUIET))) {
            decide(now, progress, baseline.get());
        }
    }

    private void decide(Instant now, Progress progress, Baseline then) {
        if (progress.goesOnSince(then.progress())) {
            failures.recovered();
            baseline = Optional.empty();
        } else {
            baseline = Optional.of(new Baseline(now, progress));
        }
    }
}
