package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayPlanTest {
    private static final TopicPartition RAW = new TopicPartition("user-x.geo", 2);

    @Test
    void replaysOnceUnlessToldOtherwise() {
        RejectedRecord before = Rejects.record(9, Map.of());
        assertThat(plan(3, false).of(before)).isEqualTo(Fate.REPLAYED_BEFORE);
        assertThat(plan(3, true).of(before)).isEqualTo(Fate.REPLAYED);
        assertThat(plan(3, false).of(Rejects.record(10, Map.of()))).isEqualTo(Fate.REPLAYED);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, REPLAYED", "1, 1, OUT_OF_ATTEMPTS", "2, 3, REPLAYED", "3, 3, OUT_OF_ATTEMPTS"})
    void replaysAsOftenAsAllowed(String attempt, int max, Fate fate) {
        RejectedRecord record = Rejects.record(10, Map.of(ReplayHeaders.ATTEMPT, attempt));
        assertThat(plan(max, false).of(record)).isEqualTo(fate);
        assertThat(plan(max, true).of(record)).isEqualTo(fate);
    }

    @Test
    void leavesOutWhatHasNoContentToReplay() {
        RejectedRecord emptied = Rejects.record(10, Map.of(RejectedHeaders.OMITTED_BYTES, "20000000"));
        assertThat(plan(3, true).of(emptied)).isEqualTo(Fate.WITHOUT_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "40, true", "41, false"})
    void isCertainWhileTheRawTopicHoldsTheRawRecord(long beginning, boolean certain) {
        ReplayPlan plan = new ReplayPlan(Set.of(), Map.of(RAW, beginning), 3, false);
        assertThat(plan.isCertain(Rejects.record(9, Map.of()))).isEqualTo(certain);
    }

    @Test
    void leavesOutWhatMayHaveBeenReplayedUnlessToldOtherwise() {
        Map<TopicPartition, Long> forgotten = Map.of(RAW, 1_000L);
        RejectedRecord old = Rejects.record(10, Map.of());
        assertThat(new ReplayPlan(Set.of(), forgotten, 3, false).of(old)).isEqualTo(Fate.FORGOTTEN);
        assertThat(new ReplayPlan(Set.of(), forgotten, 3, true).of(old)).isEqualTo(Fate.REPLAYED);
    }

    @Test
    void isNotCertainWhereThePartitionIsGone() {
        assertThat(new ReplayPlan(Set.of(), Map.of(), 3, false).isCertain(Rejects.record(9, Map.of())))
                .isFalse();
    }

    private static ReplayPlan plan(int maxAttempts, boolean again) {
        return new ReplayPlan(Set.of("user-x.rejected-1@9"), Map.of(RAW, 0L), maxAttempts, again);
    }
}
