package dev.pinflow.stack.cache;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Server programs unpacked from their archives, once for each user, in {@code $XDG_CACHE_HOME/pinflow} or
 * {@code ~/.cache/pinflow}. May be used by any number of threads and processes at once: an entry is unpacked beside its
 * place and appears in one step.
 */
public final class UnpackedFiles {
    private static final long NEEDED_BYTES = 700L * 1000 * 1000;

    private final Path root;

    UnpackedFiles(Path root) {
        this.root = root;
    }

    /** The cache of the user who runs this JVM. */
    public static UnpackedFiles ofThisUser() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        boolean given = cacheHome != null && Path.of(cacheHome).isAbsolute();
        Path caches = given ? Path.of(cacheHome) : Path.of(System.getProperty("user.home"), ".cache");
        return new UnpackedFiles(caches.resolve("pinflow"));
    }

    /** Fills a folder that is empty; called at most once for each try. */
    public interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /**
     * Returns the folder of an entry, which it unpacks when it is not there.
     *
     * @param name the entry's name, which names its version too: an entry that is there is never unpacked again
     * @throws ServerStartException when it cannot be unpacked
     */
    public Path get(String name, Unpacking unpacking) {
        Path entry = root.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(root);
            requireSpace();
            Path half = Files.createTempDirectory(root, name + ".part-");
            try {
                unpacking.into(half);
                moveIntoPlace(half, entry);
            } finally {
                delete(half);
            }
            return entry;
        } catch (IOException e) {
            throw new ServerStartException(
                    "Cannot unpack %s into %s: %s; make room or set XDG_CACHE_HOME to a folder that can be written to."
                            .formatted(name, root, e),
                    e);
        }
    }

    private void requireSpace() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new IOException("the disk has %d MB free, and %d MB are needed"
                    .formatted(free / 1_000_000, NEEDED_BYTES / 1_000_000));
        }
    }

    private static void moveIntoPlace(Path half, Path entry) throws IOException {
        try {
            Files.move(half, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another process was faster; what it put there is the same.
            if (!Files.isDirectory(entry)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
