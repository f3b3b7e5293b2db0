package dev.pinflow.streams.cleaning;

import dev.pinflow.contract.Entity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the cleaning of this instance did since it started. A record that is read again after an aborted transaction
 * counts again: the topics, not these numbers, are the ledger. Thread-safe.
 */
public final class CleaningCounts {
    /** What is counted. */
    public sealed interface Event {
        /** Whose raw topic the record came from. */
        Entity entity();

        /** A raw record was read. */
        record Received(Entity entity) implements Event {}

        /** It became a curated record. */
        record Curated(Entity entity) implements Event {}

        /** It went to the rejected topic. */
        record Rejected(Entity entity, String reason) implements Event {}

        /** One column of a curated record became null because its value broke a rule. */
        record Defect(Entity entity, String column, String rule) implements Event {}

        /** A raw object had a member that the contract does not know. */
        record IgnoredMember(Entity entity) implements Event {}
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
