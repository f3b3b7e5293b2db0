package dev.pinflow.streams.management;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.answers.AnswersCounts.Event;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Exports {@link AnswersCounts}: a counter for each event as soon as it has happened once. Thread-safe. */
final class AnswersMeters {
    private final MeterRegistry registry;
    private final Topics topics;
    private final AnswersCounts counts;
    private final Set<Event> registered = ConcurrentHashMap.newKeySet();

    AnswersMeters(MeterRegistry registry, Topics topics, AnswersCounts counts) {
        this.registry = registry;
        this.topics = topics;
        this.counts = counts;
    }

    /** Registers the events that have appeared since. */
    void registerNew() {
        counts.snapshot().keySet().stream().filter(registered::add).forEach(event -> {
            Meaning meaning = meaning(event);
            FunctionCounter.builder(
                            meaning.name(), counts, any -> counts.snapshot().getOrDefault(event, 0L))
                    .tags(meaning.tags())
                    .description(meaning.description())
                    .register(registry);
        });
    }

    private record Meaning(String name, Tags tags, String description) {}

    private Meaning meaning(Event event) {
        if (event instanceof Event.Received received) {
            return new Meaning(
                    "pinflow.answers.received",
                    Tags.of("topic", topics.curated(received.entity())),
                    "Curated records that were read");
        }
        if (event instanceof Event.Unreadable unreadable) {
            return skipped(topics.curated(unreadable.entity()));
        }
        if (event instanceof Event.Foreign foreign) {
            return skipped(topics.answers(foreign.report()));
        }
        if (event instanceof Event.Published published) {
            return new Meaning(
                    "pinflow.answers.published",
                    Tags.of("report", published.report().id()),
                    "Groups whose rows went to the report's topic");
        }
        if (event instanceof Event.LeftOut leftOut) {
            return new Meaning(
                    "pinflow.answers.left.out",
                    Tags.of("report", leftOut.report().id()),
                    "Rows that did not fit their group's record");
        }
        Event.Withheld withheld = (Event.Withheld) event;
        return new Meaning(
                "pinflow.answers.withheld",
                Tags.of("report", withheld.report().id()),
                "Groups whose name alone is larger than a record may be");
    }

    private static Meaning skipped(String topic) {
        return new Meaning(
                "pinflow.answers.skipped",
                Tags.of("topic", topic),
                "Records that are not what the contract says of their topic, and were skipped");
    }
}
