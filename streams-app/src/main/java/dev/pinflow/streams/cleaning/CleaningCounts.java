package dev.pinflow.streams.cleaning;

import dev.pinflow.contract.Entity;
import java.util.EnumMap;
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

        /** A stream thread failed in its midst; it is read again. */
        record GivenBack(Entity entity) implements Event {}

        /** One column of a curated record became null because its value broke a rule. */
        record Defect(Entity entity, String column, String rule) implements Event {}

        /** A raw object had a member that the contract does not know. */
        record IgnoredMember(Entity entity) implements Event {}
    }

    private final Map<Event, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Entity, LongAdder> outcomes = new EnumMap<>(Entity.class);

    public CleaningCounts() {
        for (Entity entity : Entity.values()) {
            outcomes.put(entity, new LongAdder());
        }
    }

    void add(Event event, long times) {
        counts.computeIfAbsent(event, any -> new LongAdder()).add(times);
        if (event instanceof Event.Curated || event instanceof Event.Rejected || event instanceof Event.GivenBack) {
            outcomes.get(event.entity()).add(times);
        }
    }

    /** How often the event happened. */
    public long count(Event event) {
        LongAdder count = counts.get(event);
        return count == null ? 0 : count.sum();
    }

    /**
     * How many records were received of which nothing became: those in the threads' hands at this moment, and 0 at rest.
     * What stays above 0 is a record that was lost.
     */
    public long unbalanced(Entity entity) {
        // In this order, so that what happens between the two does not count.
        long received = count(new Event.Received(entity));
        return Math.max(0, received - outcomes.get(entity).sum());
    }

    /** The events so far with how often each happened; weakly consistent. */
    public Map<Event, Long> snapshot() {
        Map<Event, Long> snapshot = new ConcurrentHashMap<>();
        counts.forEach((event, count) -> snapshot.put(event, count.sum()));
        return snapshot;
    }
}
