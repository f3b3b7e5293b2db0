package dev.pinflow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aBarShowsShareCountAndRate() {
        assertThat(TerminalProgress.bar(new Gauge("curated", 500, 1000), 250))
                .isEqualTo("  curated          [############------------]       500 / 1,000      250/s");
        assertThat(TerminalProgress.bar(new Gauge("rejected", 0, 0), 0)).contains("[------------------------]");
    }

    @Test
    void aTerminalDrawsOverTheBlockAndKeepsLinesAboveIt() {
        TerminalProgress progress = new TerminalProgress(out);
        progress.show(List.of(new Gauge("posted", 1, 0)));
        progress.line("Kafka is up");
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\u001B[1A\u001B[2K\rKafka is up");
        assertThat(text).endsWith("/s\n");
    }

    @Test
    void aPipeGetsPlainLinesOnly() {
        PlainProgress progress = new PlainProgress(out);
        progress.show(List.of(new Gauge("posted", 3, 0), new Gauge("curated", 2, 3)));
        progress.show(List.of(new Gauge("posted", 4, 0), new Gauge("curated", 2, 3)));
        progress.finish(List.of(new Gauge("posted", 5, 5), new Gauge("curated", 5, 5)));
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.matches(" {2}posted \\d+ \\(\\d+/s\\), curated \\d+ \\(\\d+/s\\)"));
    }
}
