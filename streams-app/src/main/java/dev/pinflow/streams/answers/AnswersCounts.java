package dev.pinflow.streams.answers;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.report.Report;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the live answers of this instance did since it started. A record that is read again after an aborted transaction
 * counts again. Thread-safe.
 */
public final class AnswersCounts {
    /** What is counted. */
    public sealed interface Event {
        /** A curated record was read. */
        record Received(Entity entity) implements Event {}

        /** A curated record was skipped: it is not what the contract says a record of its topic is. */
        record Unreadable(Entity entity) implements Event {}

        /** A group's rows, or that it has none any more, went to the report's topic. */
        record Published(Report report) implements Event {}

        /** Rows were left out of a group that went to the report's topic, because one record cannot hold them all. */
        record LeftOut(Report report) implements Event {}

        /** A group was not published, because its name alone is larger than a record may be. */
        record Withheld(Report report) implements Event {}

        /** A record of the report's topic was skipped: it was not written by this service. */
        record Foreign(Report report) implements Event {}
    }

    private final Map<Event, LongAdder> counts = new ConcurrentHashMap<>();

    void add(Event event, long times) {
        counts.computeIfAbsent(event, any -> new LongAdder()).add(times);
    }

    /** The events so far with how often each happened; weakly consistent. */
    public Map<Event, Long> snapshot() {
        Map<Event, Long> snapshot = new ConcurrentHashMap<>();
        counts.forEach((event, count) -> snapshot.put(event, count.sum()));
        return snapshot;
    }
}
