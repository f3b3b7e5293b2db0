package dev.pinflow.stack.folder;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder that holds one server's data, held by one process at a time. A marker file says whose it is, of which
 * version, and whether its first initialisation was completed; what the marker does not vouch for is never reused.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class DataFolder implements AutoCloseable {
    /** What a server on one laptop needs to start at ease, in bytes. */
    public static final long LEAST_FREE_BYTES = 500L * 1000 * 1000;

    private static final String SERVER = "server";
    private static final String VERSION = "version";
    private static final String STATE = "state";
    private static final String INITIALISING = "initialising";
    private static final String READY = "ready";

    private final Path path;
    private final FolderLock lock;
    private final Properties marker;

    private DataFolder(Path path, FolderLock lock, Properties marker) {
        this.path = path;
        this.lock = lock;
        this.marker = marker;
    }

    /**
     * Takes the folder for a server, making it when it is not there.
     *
     * @param server the server's name, as people know it
     * @param version the version whose files these are; another version's folder is refused
     * @throws ServerStartException when another process holds the folder, when it has other people's files in it, was
     *     left half-written, belongs to another server or version, or when the disk is nearly full
     */
    public static DataFolder open(Path folder, String server, String version) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            DiskSpace.require(path, LEAST_FREE_BYTES, server);
            refuseForeignFiles(path, server);
            FolderLock lock = FolderLock.take(path, server);
            try {
                return claim(path, lock, server, version);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServerStartException(
                    "%s cannot use the data folder %s: %s; check that it can be written to or name another folder."
                            .formatted(server, path, e),
                    e);
        }
    }

    private static DataFolder claim(Path path, FolderLock lock, String server, String version) throws IOException {
        Optional<Properties> found = Marker.read(path);
        Properties marker = found.orElseGet(Properties::new);
        DataFolder folder = new DataFolder(path, lock, marker);
        if (found.isPresent()) {
            folder.refuseUnless(server, version);
        } else {
            marker.setProperty(SERVER, server);
            marker.setProperty(VERSION, version);
            marker.setProperty(STATE, INITIALISING);
            Marker.write(path, marker);
        }
        return folder;
    }

    private static void refuseForeignFiles(Path path, String server) throws IOException {
        if (Marker.read(path).isPresent()) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            if (files.anyMatch(file -> !FolderLock.isLock(file))) {
                throw new ServerStartException(("The data folder %s of %s holds files that are not the server's;"
                                + " name another folder, or move them away.")
                        .formatted(path, server));
            }
        }
    }

    private void refuseUnless(String server, String version) {
        String owner = marker.getProperty(SERVER, "an unknown server");
        String writer = marker.getProperty(VERSION, "unknown");
        if (!owner.equals(server)) {
            throw new ServerStartException(
                    "The data folder %s belongs to %s, not to %s; name another folder.".formatted(path, owner, server));
        }
        if (!READY.equals(marker.getProperty(STATE))) {
            throw new ServerStartException(("The data folder %s of %s is half-written, because its first start was"
                            + " cut short; remove the folder and start again.")
                    .formatted(path, server));
        }
        if (!writer.equals(version)) {
            throw new ServerStartException(("The data folder %s was written by %s %s, and this is %s; remove the"
                            + " folder to begin anew, or name another one.")
                    .formatted(path, server, writer, version));
        }
    }

    public Path path() {
        return path;
    }

    /** Whether the server's files have yet to be made; {@link #markReady()} ends this state. */
    public boolean isFresh() {
        return !READY.equals(marker.getProperty(STATE));
    }

    /** Records that the first initialisation is complete. */
    public void markReady() throws IOException {
        marker.setProperty(STATE, READY);
        Marker.write(path, marker);
    }

    /** A value that stays the same over restarts, such as a generated password; made on the first call. */
    public String keep(String name, Supplier<String> first) throws IOException {
        String kept = marker.getProperty(name);
        if (kept == null) {
            kept = first.get();
            marker.setProperty(name, kept);
            Marker.write(path, marker);
        }
        return kept;
    }

    /** Gives the folder up; the data stays. */
    @Override
    public void close() {
        lock.close();
    }

    /**
     * Deletes a folder and all data in it. Does nothing when it does not exist.
     *
     * @throws IOException when the folder is in use, or is not one of ours, and then nothing is deleted
     */
    public static void remove(Path folder) throws IOException {
        FolderRemoval.remove(folder.toAbsolutePath().normalize());
    }
}
