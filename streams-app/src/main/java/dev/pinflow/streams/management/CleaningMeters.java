package dev.pinflow.streams.management;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningCounts.Event;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Exports {@link CleaningCounts}: a counter for each event as soon as it has happened once. Thread-safe. */
final class CleaningMeters {
    private static final String TOPIC = "topic";

    private final MeterRegistry registry;
    private final Topics topics;
    private final CleaningCounts counts;
    private final Set<Event> registered = ConcurrentHashMap.newKeySet();

    CleaningMeters(MeterRegistry registry, Topics topics, CleaningCounts counts) {
        this.registry = registry;
        this.topics = topics;
        this.counts = counts;
        for (Entity entity : Entity.values()) {
            register(new Event.Received(entity));
            register(new Event.Curated(entity));
            Gauge.builder("pinflow.records.unbalanced", counts, any -> counts.unbalanced(entity))
                    .tag(TOPIC, topics.raw(entity))
                    .description("Records that were received and neither curated, rejected nor given back: 0")
                    .register(registry);
        }
    }

    /** Registers the events that have appeared since. */
    void registerNew() {
        counts.snapshot().keySet().forEach(this::register);
    }

    private void register(Event event) {
        if (registered.add(event)) {
            FunctionCounter.builder(name(event), counts, any -> counts.count(event))
                    .tags(tags(event))
                    .description(description(event))
                    .register(registry);
        }
    }

    private static String name(Event event) {
        if (event instanceof Event.Received) {
            return "pinflow.records.received";
        }
        if (event instanceof Event.Curated) {
            return "pinflow.records.curated";
        }
        if (event instanceof Event.Rejected) {
            return "pinflow.records.rejected";
        }
        if (event instanceof Event.GivenBack) {
            return "pinflow.records.given.back";
        }
        return event instanceof Event.Defect ? "pinflow.defects" : "pinflow.ignored.members";
    }

    private static String description(Event event) {
        if (event instanceof Event.Received) {
            return "Raw records that were read";
        }
        if (event instanceof Event.Curated) {
            return "Raw records that became curated records";
        }
        if (event instanceof Event.Rejected) {
            return "Raw records that went to the rejected topic";
        }
        if (event instanceof Event.GivenBack) {
            return "Raw records in whose midst a stream thread failed; they are read again";
        }
        return event instanceof Event.Defect
                ? "Columns that became null because their value broke a rule"
                : "Members of raw objects that the contract does not know";
    }

    private Tags tags(Event event) {
        Tags tags = Tags.of(TOPIC, topics.raw(event.entity()));
        if (event instanceof Event.Rejected rejected) {
            return tags.and("reason", rejected.reason());
        }
        if (event instanceof Event.Defect defect) {
            return tags.and("column", defect.column(), "rule", defect.rule());
        }
        return tags;
    }
}
