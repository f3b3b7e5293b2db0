package dev.pinflow.cli.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Compares the live answers with what Spark made of the same records. */
public final class LiveComparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LiveAnswers live;
    private final Path reports;
    private final Duration patience;

    /**
     * The two sides.
     *
     * @param reports the folder of Spark's {@code <report-id>.json}
     * @param patience how long the live answers may take to hold all records
     */
    public LiveComparison(LiveAnswers live, Path reports, Duration patience) {
        this.live = live;
        this.reports = reports;
        this.patience = patience;
    }

    /**
     * The live reports whose rows, or whose order of rows, are not those of Spark.
     *
     * @param committed a moment at which every curated record that Spark read was committed
     * @throws Failure when the live answers do not get as far as that moment
     */
    public List<Report> differing(Instant committed) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        for (Report report : Report.LIVE) {
            while (!isAsOf(live.read(report), committed)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new Failure("The live answer " + report.id() + " does not hold what was curated until "
                            + committed + " after " + patience.toSeconds() + " s: look at the streams service's log.");
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return Report.LIVE.stream()
                .filter(report -> !live.read(report).path("rows").equals(batch(report)))
                .toList();
    }

    private static boolean isAsOf(JsonNode answer, Instant moment) {
        String asOf = answer.path("asOf").asText("");
        return !asOf.isEmpty() && !Instant.parse(asOf).isBefore(moment);
    }

    private JsonNode batch(Report report) {
        Path file = reports.resolve(report.id() + ".json");
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Spark's answer " + file + " cannot be read.", e);
        }
    }
}
