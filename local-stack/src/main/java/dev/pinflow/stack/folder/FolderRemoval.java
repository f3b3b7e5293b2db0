package dev.pinflow.stack.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes data folders, and nothing that is not one. */
final class FolderRemoval {
    private FolderRemoval() {}

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Marker.read(folder).isEmpty()) {
            throw new IOException(
                    "%s is not removed, because no Pinflow server has marked it as its data folder.".formatted(folder));
        }
        FolderLock lock = FolderLock.tryTake(folder)
                .orElseThrow(() -> new IOException(
                        "%s is not removed, because a running server holds it; stop that first.".formatted(folder)));
        try {
            // The marker goes last: a removal cut short leaves a folder that can still be removed.
            Files.walkFileTree(folder, new DeleteAllBut(folder));
            Files.delete(folder.resolve(FolderLock.NAME));
            Files.delete(folder.resolve(Marker.NAME));
        } finally {
            lock.close();
        }
        Files.delete(folder);
    }

    private static final class DeleteAllBut extends SimpleFileVisitor<Path> {
        private final Path root;

        DeleteAllBut(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean ours = file.equals(root.resolve(Marker.NAME)) || file.equals(root.resolve(FolderLock.NAME));
            if (!ours) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (!directory.equals(root)) {
                Files.delete(directory);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
