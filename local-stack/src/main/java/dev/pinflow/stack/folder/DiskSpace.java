package dev.pinflow.stack.folder;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to begin what would fill the disk. */
final class DiskSpace {
    private static final long MEGABYTE = 1000 * 1000;

    private DiskSpace() {}

    static void require(Path folder, long bytes, String server) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new ServerStartException(
                    "The disk of %s has %d MB free, and %s needs %d MB; make room or name a folder on another disk."
                            .formatted(folder, free / MEGABYTE, server, bytes / MEGABYTE));
        }
    }
}
