package dev.pinflow.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {
    @TempDir
    private Path folder;

    @Test
    void refusesASecondUserUntilTheFirstIsDone() {
        try (OutputFolder first = OutputFolder.lock(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertThatThrownBy(() -> OutputFolder.lock(folder))
                    .hasMessageContaining("Another pinflow runs")
                    .hasMessageContaining("--output");
        }
        OutputFolder.lock(folder).close();
    }

    @Test
    void removesWhatItWroteAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        try (OutputFolder output = OutputFolder.lock(folder)) {
            Files.writeString(output.logs().resolve("pinflow.log"), "log");
            Files.writeString(folder.resolve("ledger.json"), "{}");
            output.clean();
        }
        assertThat(folder.resolve("logs")).doesNotExist();
        assertThat(folder.resolve("ledger.json")).doesNotExist();
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesAFolderThatHoldsSomebodyElsesFilesUnderItsNames() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        assertThatThrownBy(() -> OutputFolder.lock(folder)).hasMessageContaining("'reports'");
        assertThat(folder.resolve("reports")).exists();
    }
}
