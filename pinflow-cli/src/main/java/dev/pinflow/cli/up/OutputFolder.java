package dev.pinflow.cli.up;

import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one local stack: its servers' data, its secrets, its logs and what a demo found out. Locked while the
 * stack lives, so that a second one with the same folder is refused.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String MARKER = ".pinflow";

    /** All that Pinflow writes into the folder, and so all that a clean start removes. */
    private static final List<String> CONTENT = List.of(
            "stack.json",
            "ledger.json",
            "timings.json",
            "quality.json",
            "report.html",
            "reports",
            "servers",
            "secrets",
            "logs");

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private OutputFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws Failure when the folder is in use, or holds somebody else's files under our names */
    public static OutputFolder lock(Path folder) {
        try {
            refuseForeign(folder);
            Files.createDirectories(folder);
            Path marker = folder.resolve(MARKER);
            FileChannel channel = FileChannel.open(marker, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Failure("Another pinflow runs with the output folder " + folder
                        + ": stop it with 'pinflow down --output " + folder + "' or choose another --output.");
            }
            return new OutputFolder(folder, channel, lock);
        } catch (IOException e) {
            throw new Failure("The output folder " + folder + " cannot be used: " + reason(e) + ".", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static void refuseForeign(Path folder) {
        if (Files.exists(folder.resolve(MARKER))) {
            return;
        }
        CONTENT.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new Failure("The output folder " + folder + " holds '" + name
                            + "', which is not from pinflow: choose another --output.");
                });
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is not a folder";
        }
        return e instanceof AccessDeniedException ? "permission is denied" : e.toString();
    }

    /** Whether an earlier run left something that {@link #clean} would remove. */
    public boolean isUsed() {
        return CONTENT.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Removes what an earlier run left, and nothing else. */
    public void clean() {
        CONTENT.forEach(name -> delete(folder.resolve(name)));
    }

    public Path path() {
        return folder;
    }

    /** Where the servers keep their data. */
    public Path servers() {
        return created("servers");
    }

    /** Where the credentials' files are; readable by the owner alone where the file system knows owners. */
    public Path secrets() {
        Path secrets = created("secrets");
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
            }
            return secrets;
        } catch (IOException e) {
            throw new Failure("The folder " + secrets + " cannot be kept from others: " + reason(e) + ".", e);
        }
    }

    public Path logs() {
        return created("logs");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The output folder " + folder + " cannot be released.", e);
        }
    }

    private Path created(String name) {
        try {
            return Files.createDirectories(folder.resolve(name))
                    .toAbsolutePath()
                    .normalize();
        } catch (IOException e) {
            throw new Failure("The folder " + folder.resolve(name) + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new Failure("What an earlier run left in " + path + " cannot be removed: " + e.getMessage() + ".", e);
        }
    }
}
