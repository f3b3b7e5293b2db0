package dev.pinflow.cli.rejected;

import dev.pinflow.cli.cluster.CommittedRecords;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Decides which rejected records are replayed, by what the topics hold already. */
final class ReplayPlan {
    private final Set<String> replayed;
    private final Map<TopicPartition, Long> beginnings;
    private final int maxAttempts;
    private final boolean again;

    /**
     * The decisions.
     *
     * @param replayed the positions of the rejected records that are known to have been replayed
     * @param beginnings the first offsets that the raw topics still hold
     * @param maxAttempts how often a record may be replayed
     * @param again whether what was replayed before is replayed all the same
     */
    ReplayPlan(Set<String> replayed, Map<TopicPartition, Long> beginnings, int maxAttempts, boolean again) {
        this.replayed = Set.copyOf(replayed);
        this.beginnings = Map.copyOf(beginnings);
        this.maxAttempts = maxAttempts;
        this.again = again;
    }

    /**
     * Looks through the raw topics to their very end, open transactions included, and through the rejected topic, which
     * keeps the replays that failed longer than the raw topics do.
     */
    static ReplayPlan of(CommittedRecords records, Topics topics, int maxAttempts, boolean again) {
        Set<String> replayed = new HashSet<>();
        List<String> searched = Stream.concat(topics.raw().stream(), Stream.of(topics.rejected()))
                .toList();
        records.read(searched, CommittedRecords.End.WRITTEN, record -> {
            Header origin = record.headers().lastHeader(ReplayHeaders.ORIGIN);
            if (origin != null && origin.value() != null) {
                replayed.add(new String(origin.value(), StandardCharsets.UTF_8));
            }
            return true;
        });
        return new ReplayPlan(replayed, records.beginnings(topics.raw()), maxAttempts, again);
    }

    Fate of(RejectedRecord record) {
        if (record.content().headers().lastHeader(RejectedHeaders.OMITTED_BYTES) != null) {
            return Fate.WITHOUT_CONTENT;
        }
        if (record.attempt() >= maxAttempts) {
            return Fate.OUT_OF_ATTEMPTS;
        }
        if (again) {
            return Fate.REPLAYED;
        }
        if (replayed.contains(record.position().toString())) {
            return Fate.REPLAYED_BEFORE;
        }
        return isCertain(record) ? Fate.REPLAYED : Fate.FORGOTTEN;
    }

    /**
     * Whether the raw topic holds everything that was written after the raw record, and so tells of every replay. A
     * replay goes to the partition of its raw record.
     */
    boolean isCertain(RejectedRecord record) {
        TopicPartition partition =
                new TopicPartition(record.raw().topic(), record.raw().partition());
        return beginnings.getOrDefault(partition, Long.MAX_VALUE)
                <= record.raw().offset();
    }
}
