package dev.pinflow.stack.folder;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a folder to one process; the operating system lets go of it when the process dies. */
final class FolderLock implements AutoCloseable {
    static final String NAME = ".pinflow-lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder, String server) throws IOException {
        return tryTake(folder)
                .orElseThrow(() -> new ServerStartException(
                        "The data folder %s of %s is in use by another running server; stop that one or name another folder."
                                .formatted(folder, server)));
    }

    /** Empty when another process, or this one, holds the folder. */
    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException heldByThisJvm) {
            // Answered below as if another process held it.
        }
        channel.close();
        return Optional.empty();
    }

    static boolean isLock(Path file) {
        return file.endsWith(NAME);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock of a data folder: " + e.getMessage(), e);
        }
    }
}
