package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayTallyTest {
    private static final RejectedRecord RECORD = Rejects.record(9, Map.of());

    @Test
    void tellsWhatBecameOfEachRecord() {
        ReplayTally tally = new ReplayTally();
        tally.add(RECORD, Fate.REPLAYED, true);
        tally.add(RECORD, Fate.REPLAYED, false);
        tally.add(RECORD, Fate.REPLAYED_BEFORE, true);
        tally.add(RECORD, Fate.TOO_LARGE, true);
        assertThat(tally.render(false)).isEqualToNormalizingNewlines("""
                Replayed to user-x.geo: 2
                  of these, 1 are older than what their raw topic still holds: a replay long ago is forgotten
                1 left out that were replayed before (--again replays them once more)
                1 refused as larger than their raw topic's max.message.bytes: raise it by 1,024 and replay again
                """);
    }

    @Test
    void saysSoWhenNothingIsReplayed() {
        ReplayTally tally = new ReplayTally();
        tally.add(RECORD, Fate.OUT_OF_ATTEMPTS, true);
        assertThat(tally.render(true)).isEqualToNormalizingNewlines("""
                To be replayed: none
                1 left out that have had their attempts (--max-attempts allows more)
                """);
    }
}
