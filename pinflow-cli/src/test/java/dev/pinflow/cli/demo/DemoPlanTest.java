package dev.pinflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemoPlanTest {
    @Test
    void sweepsAllRowsByDefault() {
        DemoPlan plan = plan("sweep", Optional.empty());
        assertThat(plan.rows()).isEqualTo(11_154);
        assertThat(plan.sourceVariables()).containsEntry("POSTINGS_MAX", "-1").containsEntry("MODE", "sweep");
    }

    @Test
    void fewerPostsOfASweepAreAsManyRows() {
        assertThat(plan("sweep", Optional.of(500)).rows()).isEqualTo(500);
    }

    @Test
    void theClassicEmulatorDrawsFromTheWholeTableWhateverItEmits() {
        DemoPlan plan = plan("classic", Optional.of(13));
        assertThat(plan.rows()).isEqualTo(11_154);
        assertThat(plan.sourceVariables()).containsEntry("POSTINGS_MAX", "13").doesNotContainKey("SEED");
    }

    @Test
    void loadedRowsAreSweptWholeUnlessLimited() {
        DemoPlan all = DemoPlan.of("sweep", Optional.empty(), 1, Optional.of(Path.of("rows")), 0);
        assertThat(all.posts()).isEqualTo(-1);
    }

    @Test
    void expectsAsManyPostingsAsThereCanBe() {
        assertThat(plan("sweep", Optional.empty()).expectedPostings(11_154)).isEqualTo(11_154);
        assertThat(plan("classic", Optional.of(13)).expectedPostings(11_154)).isEqualTo(13);
        assertThat(DemoPlan.of("sweep", Optional.of(50), 1, Optional.of(Path.of("rows")), 0)
                        .expectedPostings(20))
                .isEqualTo(20);
    }

    @Test
    void namesTheOptionThatIsWrong() {
        assertThatThrownBy(() -> plan("random", Optional.empty())).hasMessageContaining("--mode 'random'");
        assertThatThrownBy(() -> plan("sweep", Optional.of(0))).hasMessageContaining("--posts");
        assertThatThrownBy(() -> DemoPlan.of("sweep", Optional.empty(), 1, Optional.empty(), Double.NaN))
                .hasMessageContaining("--rate");
        assertThatThrownBy(() -> DemoPlan.of("sweep", Optional.empty(), 1, Optional.empty(), -1))
                .hasMessageContaining("--rate");
    }

    private static DemoPlan plan(String mode, Optional<Integer> posts) {
        return DemoPlan.of(mode, posts, 1, Optional.empty(), 0);
    }
}
