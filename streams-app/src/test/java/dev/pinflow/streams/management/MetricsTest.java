package dev.pinflow.streams.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.state.RestoreProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(pinflow_[a-z_]+)", Pattern.MULTILINE);
    private static final Pattern EXPORTED = Pattern.compile("^# TYPE (pinflow_[a-z_]+)", Pattern.MULTILINE);

    @Test
    void everyExportedMetricIsDocumented() throws IOException {
        try (ServiceMetrics metrics =
                new ServiceMetrics(new Topics("12ab"), new CleaningCounts(), new AnswersCounts())) {
            metrics.bindState(List.of("RUNNING"), () -> "RUNNING");
            metrics.bindPart("cleaning", () -> 0, new RestoreProgress());
            metrics.bindAsOf(Optional::empty, Clock.systemUTC());

            assertThat(documented()).containsAll(found(EXPORTED, metrics.scrape()));
        }
    }

    @Test
    void everyDocumentedMetricIsInTheCode() throws IOException {
        String code = Files.readString(Path.of("src/main/java/dev/pinflow/streams/management/CleaningMeters.java"))
                + Files.readString(Path.of("src/main/java/dev/pinflow/streams/management/AnswersMeters.java"))
                + Files.readString(Path.of("src/main/java/dev/pinflow/streams/management/ServiceMetrics.java"));

        assertThat(documented())
                .isEqualTo(found(Pattern.compile("\"(pinflow\\.[a-z.]+)\""), code).stream()
                        .map(name -> withSuffix(name.replace('.', '_')))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** As Prometheus names counters and units. */
    private static String withSuffix(String name) {
        if (name.endsWith("_age")) {
            return name + "_seconds";
        }
        boolean gauge = name.endsWith("_state") || name.endsWith("_unbalanced") || name.endsWith("_partitions");
        return gauge ? name : name + "_total";
    }

    private static Set<String> documented() throws IOException {
        return found(DOCUMENTED, Files.readString(Path.of("METRICS.md")));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
