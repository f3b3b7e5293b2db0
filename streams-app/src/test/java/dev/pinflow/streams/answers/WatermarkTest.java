package dev.pinflow.streams.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final TopicPartition PIN = new TopicPartition("pin", 0);
    private static final TopicPartition GEO = new TopicPartition("geo", 1);
    private static final TopicPartition CHANGES = new TopicPartition("changes", 0);
    private static final TopicPartition ANSWERS = new TopicPartition("answers", 0);

    private final NotedOffsets offsets = new NotedOffsets();
    private final Watermark watermark = new Watermark(
            offsets,
            List.of("pin", "geo"),
            "changes",
            List.of("answers"),
            offsets::tables,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void nothingCommittedMeansNothingMissing() {
        offsets.end(PIN, 0).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0);

        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void waitsForEachStageInTurn() {
        offsets.end(PIN, 10).end(GEO, 5).end(CHANGES, 7).end(ANSWERS, 3);
        assertThat(watermark.advance()).isEmpty();

        offsets.consumed(PIN, 10).consumed(GEO, 4);
        assertThat(watermark.advance()).isEmpty();
        offsets.consumed(GEO, 5);
        assertThat(watermark.advance()).isEmpty();
        offsets.consumed(CHANGES, 7);
        assertThat(watermark.advance()).isEmpty();
        offsets.read(ANSWERS, 2);
        assertThat(watermark.advance()).isEmpty();
        offsets.read(ANSWERS, 3);
        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void whatCameAfterTheMomentIsNotWaitedFor() {
        offsets.end(PIN, 10).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0);
        assertThat(watermark.advance()).isEmpty();

        offsets.end(PIN, 1_000).consumed(PIN, 10);

        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void theEndsOfAStageAreThoseAfterTheStageBefore() {
        offsets.end(PIN, 1).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0);
        assertThat(watermark.advance()).isEmpty();

        offsets.consumed(PIN, 1).end(CHANGES, 4);
        assertThat(watermark.advance()).isEmpty();
        offsets.consumed(CHANGES, 4).end(ANSWERS, 2);
        assertThat(watermark.advance()).isEmpty();
        offsets.read(ANSWERS, 2);
        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void markersAndAbortedRecordsBehindTheLastOneDoNotStopIt() {
        offsets.end(PIN, 10).end(GEO, 0).end(CHANGES, 8).end(ANSWERS, 5);
        offsets.consumed(PIN, 8).consumed(CHANGES, 7).read(ANSWERS, 4);
        assertThat(watermark.advance()).isEmpty();

        offsets.empty(PIN, 8, 10);
        assertThat(watermark.advance()).isEmpty();
        offsets.empty(CHANGES, 7, 8);
        assertThat(watermark.advance()).isEmpty();
        offsets.empty(ANSWERS, 4, 5);
        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void aPartitionThatNobodyHasReadIsLookedAtFromItsBeginning() {
        offsets.end(PIN, 2).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0).empty(PIN, 0, 2);

        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void goesOnWhereItWasAfterAFailure() {
        offsets.end(PIN, 1).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0).consumed(PIN, 1);
        offsets.failAt("changes");
        assertThatThrownBy(watermark::advance).isInstanceOf(KafkaException.class);

        offsets.end(PIN, 1_000).failAt("nothing");

        assertThat(watermark.advance()).contains(NOW);
    }

    @Test
    void beginsAnewOnceAMomentIsReached() {
        offsets.end(PIN, 1).end(GEO, 0).end(CHANGES, 0).end(ANSWERS, 0).consumed(PIN, 1);
        assertThat(watermark.advance()).contains(NOW);

        offsets.end(PIN, 2);

        assertThat(watermark.advance()).isEqualTo(Optional.empty());
    }
}
