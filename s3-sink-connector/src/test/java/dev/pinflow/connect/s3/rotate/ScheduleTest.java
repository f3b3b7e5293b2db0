package dev.pinflow.connect.s3.rotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @ParameterizedTest(name = "every {0} in {1}: after {2} comes {3}")
    @CsvSource({
        "PT10M, UTC, 2026-01-01T00:00:00Z, 2026-01-01T00:10:00Z",
        "PT10M, UTC, 2026-01-01T00:09:59.999Z, 2026-01-01T00:10:00Z",
        "PT10M, UTC, 2026-01-01T00:10:00Z, 2026-01-01T00:20:00Z",
        "PT7H, UTC, 2026-01-01T21:30:00Z, 2026-01-02T00:00:00Z",
        "PT1H, Asia/Kolkata, 2026-01-01T00:00:00Z, 2026-01-01T00:30:00Z",
        "PT48H, UTC, 2026-01-01T05:00:00Z, 2026-01-02T00:00:00Z",
        "PT12H, Europe/Paris, 2026-03-29T00:30:00Z, 2026-03-29T11:00:00Z",
    })
    void ticksAreAlignedToLocalMidnight(Duration interval, ZoneId zone, Instant moment, Instant tick) {
        assertThat(new Schedule(interval, zone).after(moment)).isEqualTo(tick);
    }
}
