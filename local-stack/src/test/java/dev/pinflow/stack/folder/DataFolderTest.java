package dev.pinflow.stack.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aNewFolderIsFreshUntilItIsMarkedReady() throws Exception {
        try (DataFolder folder = DataFolder.open(folder(), "Kafka", "4")) {
            assertThat(folder.isFresh()).isTrue();
            folder.markReady();
        }
        try (DataFolder folder = DataFolder.open(folder(), "Kafka", "4")) {
            assertThat(folder.isFresh()).isFalse();
        }
    }

    @Test
    void keepsAValueOverRestartsWhereOnlyItsOwnerCanReadIt() throws Exception {
        try (DataFolder folder = DataFolder.open(folder(), "S3", "4")) {
            assertThat(folder.keep("key", () -> "first")).isEqualTo("first");
            folder.markReady();
        }
        try (DataFolder folder = DataFolder.open(folder(), "S3", "4")) {
            assertThat(folder.keep("key", () -> "second")).isEqualTo("first");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(Marker.NAME))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesWhatTheMarkerDoesNotVouchFor() throws Exception {
        DataFolder.open(folder(), "Kafka", "4").close();
        assertRefused("Kafka", "4", "half-written");

        Files.writeString(folder().resolve(Marker.NAME), "server=Kafka\nver");
        assertRefused("Kafka", "4", "half-written");

        Files.writeString(folder().resolve(Marker.NAME), "server=Kafka\nversion=3\nstate=ready\n");
        assertRefused("Kafka", "4", "was written by Kafka 3, and this is 4");
        assertRefused("MariaDB", "4", "belongs to Kafka, not to MariaDB");
    }

    @Test
    void refusesAFolderOfOtherFilesAndTouchesNothingInIt() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("thesis.txt"), "all of it");

        assertRefused("Kafka", "4", "holds files that are not the server's");
        assertThatThrownBy(() -> DataFolder.remove(folder()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Pinflow server has marked it");
        assertThat(folder().toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        Files.writeString(folder(), "");

        assertRefused("Kafka", "4", "cannot use the data folder");
    }

    @Test
    void oneHolderAtATime() throws Exception {
        DataFolder held = DataFolder.open(folder(), "Kafka", "4");
        held.markReady();

        assertRefused("Kafka", "4", "is in use by another running server");
        assertThatThrownBy(() -> DataFolder.remove(folder())).hasMessageContaining("a running server holds it");

        held.close();
        DataFolder.open(folder(), "Kafka", "4").close();
    }

    @Test
    void removesAMarkedFolderButNotWhatALinkInItPointsTo() throws Exception {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept.txt"), "kept");
        DataFolder.open(folder(), "Kafka", "4").close();
        Files.createDirectories(folder().resolve("log/posts-0"));
        Files.createSymbolicLink(folder().resolve("log/link"), elsewhere);

        DataFolder.remove(folder());
        DataFolder.remove(folder());

        assertThat(folder()).doesNotExist();
        assertThat(elsewhere.resolve("kept.txt")).exists();
    }

    @Test
    void refusesADiskThatIsNearlyFull() {
        assertThatThrownBy(() -> DiskSpace.require(temporary, Long.MAX_VALUE, "Kafka"))
                .isInstanceOf(ServerStartException.class)
                .hasMessageMatching("The disk of .* has \\d+ MB free, and Kafka needs \\d+ MB; make room or .*");
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    private void assertRefused(String server, String version, String reason) {
        assertThatThrownBy(() -> DataFolder.open(folder(), server, version).close())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining(folder().toString())
                .hasMessageContaining(reason);
    }
}
