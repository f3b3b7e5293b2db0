package dev.pinflow.connect.s3.buffer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for what a task moves out of memory. It is made when the first file is asked for and goes with the task; what
 * a killed worker left is removed by the next one that uses the same parent, which tells by the lock that dies with a
 * process. Safe for use by several threads.
 */
public final class SpillFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);
    private static final String PREFIX = "pinflow-s3-sink-";

    /** Folders of this process are never probed: to close a probed lock would release the true one as well. */
    private static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-";

    private static final String LOCK = "lock";

    private final Path parent;
    private final AtomicLong files = new AtomicLong();
    private Optional<Locked> own = Optional.empty();

    private record Locked(Path path, FileChannel channel) {}

    /** @param parent need not exist yet */
    public SpillFolder(Path parent) {
        this.parent = parent;
    }

    synchronized Path newFile() {
        if (own.isEmpty()) {
            try {
                Files.createDirectories(parent);
                removeLeftOvers();
                own = Optional.of(lock(Files.createTempDirectory(parent, OWN_PREFIX)));
            } catch (IOException e) {
                throw new ConnectException(
                        "Buffered records cannot be moved to " + parent + " (" + e
                                + "): set buffer.dir to a folder that the worker may write to, or raise"
                                + " buffer.memory.bytes",
                        e);
            }
        }
        return own.get().path().resolve(Long.toString(files.incrementAndGet()));
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file, e.toString());
        }
    }

    @Override
    public synchronized void close() {
        own.ifPresent(folder -> {
            try {
                empty(folder.path());
                folder.channel().close();
                Files.delete(folder.path().resolve(LOCK));
                Files.delete(folder.path());
            } catch (IOException e) {
                LOG.warn("{} cannot be removed: {}", folder.path(), e.toString());
            }
        });
        own = Optional.empty();
    }

    private static Locked lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        if (!lock.isValid()) {
            throw new IOException("cannot lock " + folder);
        }
        return new Locked(folder, channel);
    }

    private void removeLeftOvers() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.getFileName().toString().startsWith(OWN_PREFIX)) {
                    removeIfOwnerIsGone(folder);
                }
            }
        }
    }

    private static void removeIfOwnerIsGone(Path folder) {
        Path lock = folder.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken != null) {
                empty(folder);
                Files.delete(lock);
                Files.delete(folder);
            }
        } catch (OverlappingFileLockException | IOException e) {
            LOG.debug("{} is left alone: {}", folder, e.toString());
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
