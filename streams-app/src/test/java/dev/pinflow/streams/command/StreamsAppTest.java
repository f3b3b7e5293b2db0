package dev.pinflow.streams.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsAppTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StreamsApp app = new StreamsApp(System.out, new PrintStream(err, true, UTF_8));

    @Test
    void tellsItsUsageWhenNoFileIsNamed() {
        assertThat(app.run(List.of())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("Usage: streams-app [--register-schemas] <file.properties>");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        String file = folder.resolve("no.properties").toString();

        assertThat(app.run(List.of(file))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(file);
    }

    @Test
    void namesWhatIsWrongInTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "user.id=12ab\n");

        assertThat(app.run(List.of(file.toString()))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("bootstrap.servers");
    }

    @Test
    void endsWithOneSentenceWhenTheRegistryIsDown() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.properties"),
                "user.id=12ab\nbootstrap.servers=127.0.0.1:1\nregistry.url=http://127.0.0.1:1\n");

        assertThat(app.run(List.of("--register-schemas", file.toString()))).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines("The schema registry at http://127.0.0.1:1/apis/ccompat/v7 does not answer: "
                        + "start it or correct registry.url.");
    }
}
