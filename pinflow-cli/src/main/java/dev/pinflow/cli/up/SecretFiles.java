package dev.pinflow.cli.up;

import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes credentials where the Connect worker's file config provider reads them, for the owner's eyes only. */
final class SecretFiles {
    private SecretFiles() {}

    static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
