package dev.pinflow.streams.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private final NotedOffsets offsets = new NotedOffsets();
    private final AsOf asOf = new AsOf(
            new Watermark(offsets, List.of("pin"), "changes", List.of("answers"), offsets::tables, Clock.systemUTC()),
            offsets,
            Duration.ofMillis(1));

    @AfterEach
    void close() {
        asOf.close();
    }

    @Test
    void movesOn() {
        asOf.start();

        Instant first = await().until(() -> asOf.instant().orElse(null), instant -> instant != null);
        await().until(() -> asOf.instant().orElseThrow().isAfter(first));
    }

    @Test
    void isUnknownWhileKafkaDoesNotAnswerAndKnownAfterwards() throws InterruptedException {
        offsets.failAt("pin");
        asOf.start();
        Thread.sleep(50);
        assertThat(asOf.instant()).isEmpty();

        offsets.failAt("nothing");

        await().until(() -> asOf.instant().isPresent());
    }

    @Test
    void standsWhileKafkaDoesNotAnswer() throws InterruptedException {
        asOf.start();
        await().until(() -> asOf.instant().isPresent());

        offsets.failAt("pin");
        Thread.sleep(50);
        Instant last = asOf.instant().orElseThrow();
        Thread.sleep(50);

        assertThat(asOf.instant()).contains(last);
    }

    @Test
    void closesWhatItReadsWith() {
        asOf.start();

        asOf.close();

        assertThat(offsets.isClosed()).isTrue();
    }
}
