package dev.pinflow.streams.answers;

import dev.pinflow.streams.answers.Offsets.Gap;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows what was committed at a moment through the topics, stage by stage, until this instance's tables hold it. Used
 * by one thread.
 *
 * <p>Each stage knows where its topics ended when the stage before was through. A consumer group's offsets are committed
 * after, and only together with, the records that came of what it read; so what follows from the moment's records lies
 * before those ends.
 */
final class Watermark {
    private enum Stage {
        IDLE,
        POSTS_JOINED,
        CHANGES_COUNTED,
        ANSWERS_READ
    }

    private final Offsets offsets;
    private final List<String> curated;
    private final List<String> changes;
    private final List<String> answers;
    private final Supplier<Map<TopicPartition, Long>> tables;
    private final Clock clock;

    private Stage stage = Stage.IDLE;
    private Instant moment = Instant.EPOCH;
    private Map<TopicPartition, Long> ends = Map.of();

    /** @param tables yields the next offset to read of each partition that this instance's tables have read from */
    Watermark(
            Offsets offsets,
            List<String> curated,
            String changes,
            List<String> answers,
            Supplier<Map<TopicPartition, Long>> tables,
            Clock clock) {
        this.offsets = offsets;
        this.curated = List.copyOf(curated);
        this.changes = List.of(changes);
        this.answers = List.copyOf(answers);
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Goes as far as it can without waiting. What it throws it may be called again after: it goes on where it was.
     *
     * @return the moment, once everything that was committed before it is in the tables; the next call begins anew
     */
    Optional<Instant> advance() {
        if (stage == Stage.IDLE) {
            Instant now = clock.instant();
            enter(Stage.POSTS_JOINED, curated);
            moment = now;
        }
        if (stage == Stage.POSTS_JOINED && isReached(offsets.consumed())) {
            enter(Stage.CHANGES_COUNTED, changes);
        }
        if (stage == Stage.CHANGES_COUNTED && isReached(offsets.consumed())) {
            enter(Stage.ANSWERS_READ, answers);
        }
        if (stage == Stage.ANSWERS_READ && isReached(tables.get())) {
            stage = Stage.IDLE;
            return Optional.of(moment);
        }
        return Optional.empty();
    }

    private void enter(Stage next, Collection<String> topics) {
        ends = offsets.ends(topics);
        stage = next;
    }

    private boolean isReached(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Gap> gaps = new HashMap<>();
        ends.forEach((partition, end) -> {
            long position = positions.getOrDefault(partition, 0L);
            if (position < end) {
                gaps.put(partition, new Gap(position, end));
            }
        });
        return gaps.isEmpty() || offsets.nothingLeft(gaps);
    }
}
