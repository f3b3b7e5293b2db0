package dev.pinflow.cli.rejected;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of a replay. */
final class ReplayTally {
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Map<String, Long> replayedByTopic = new TreeMap<>();
    private long uncertain;

    /** @param certain whether it is known that the record was never replayed before */
    void add(RejectedRecord record, Fate fate, boolean certain) {
        fates.merge(fate, 1L, Long::sum);
        if (fate == Fate.REPLAYED) {
            replayedByTopic.merge(record.raw().topic(), 1L, Long::sum);
            uncertain += certain ? 0 : 1;
        }
    }

    long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** The tally for people, a line for each topic and each fate. */
    String render(boolean dryRun) {
        String verb = dryRun ? "To be replayed" : "Replayed";
        StringBuilder text = new StringBuilder();
        replayedByTopic.forEach(
                (topic, count) -> text.append(String.format(Locale.ROOT, "%s to %s: %,d%n", verb, topic, count)));
        if (replayedByTopic.isEmpty()) {
            text.append(String.format("%s: none%n", verb));
        }
        if (uncertain > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "  of these, %,d are older than what their raw topic still holds: a replay long ago is forgotten%n",
                    uncertain));
        }
        fates.forEach((fate, count) -> {
            if (fate != Fate.REPLAYED) {
                text.append(String.format(Locale.ROOT, fate.sentence(), count)).append(System.lineSeparator());
            }
        });
        return text.toString();
    }
}
