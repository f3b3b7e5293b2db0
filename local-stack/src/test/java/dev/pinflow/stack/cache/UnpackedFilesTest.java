package dev.pinflow.stack.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedFilesTest {
    @TempDir
    Path root;

    @Test
    void unpacksAnEntryOnce() throws Exception {
        UnpackedFiles files = new UnpackedFiles(root);
        Path entry = files.get("server-1", folder -> Files.writeString(folder.resolve("program"), "first"));
        files.get("server-1", folder -> Files.writeString(folder.resolve("program"), "second"));

        assertThat(entry.resolve("program")).hasContent("first");
        assertThat(root).isDirectoryNotContaining(file -> file.toString().contains(".part-"));
    }

    @Test
    void takesWhatAnotherProcessPutThereMeanwhile() {
        UnpackedFiles files = new UnpackedFiles(root);
        Path entry = files.get("server-1", folder -> {
            Files.writeString(folder.resolve("program"), "slow");
            files.get("server-1", other -> Files.writeString(other.resolve("program"), "fast"));
        });

        assertThat(entry.resolve("program")).hasContent("fast");
        assertThat(root).isDirectoryNotContaining(file -> file.toString().contains(".part-"));
    }

    @Test
    void leavesNothingBehindWhenUnpackingFails() {
        UnpackedFiles files = new UnpackedFiles(root);

        assertThatThrownBy(() -> files.get("server-1", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("no space left");
        assertThat(root).isEmptyDirectory();
    }
}
