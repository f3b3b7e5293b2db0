package dev.pinflow.streams.proof;

import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Asks an instance for all its answers ten times a second, from a thread of its own, and notes what goes wrong. */
final class AnswersPoller implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(100);

    /** An answer that takes longer counts as none. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Management management;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::run, "answers-poller");
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong slowestMillis = new AtomicLong();
    private volatile boolean closed;
    private volatile Instant lastAsOf = Instant.MIN;

    AnswersPoller(Management management) {
        this.management = management;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                for (Report report : Report.LIVE) {
                    ask(report);
                }
                Thread.sleep(PERIOD.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask(Report report) throws InterruptedException {
        Instant began = Instant.now();
        try {
            HttpResponse<String> response = management.get(Management.path(report), LIMIT);
            if (response.statusCode() == 200) {
                note(report, Management.page(response.body()).asOf());
            } else {
                failures.add(began + " " + report.id() + ": " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            if (!closed) {
                failures.add(began + " " + report.id() + ": " + e);
            }
        }
        asked.incrementAndGet();
        slowestMillis.accumulateAndGet(Duration.between(began, Instant.now()).toMillis(), Math::max);
    }

    private void note(Report report, Optional<Instant> asOf) {
        if (report == Report.LIVE.get(0) && asOf.isPresent()) {
            if (asOf.get().isBefore(lastAsOf)) {
                failures.add("asOf went back from " + lastAsOf + " to " + asOf.get());
            }
            lastAsOf = asOf.get();
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long asked() {
        return asked.get();
    }

    long slowestMillis() {
        return slowestMillis.get();
    }

    Instant lastAsOf() {
        return lastAsOf;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
