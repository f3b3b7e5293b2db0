package dev.pinflow.stack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * An operating system process that does not outlive this JVM: when the JVM ends without {@link #stop()}, even by
 * {@code kill -9}, the child gets TERM at once and KILL after its grace. Ctrl-C in the terminal does not reach it.
 *
 * <p>Needs a POSIX {@code /bin/sh} (Linux, macOS, WSL). Methods may be called from any thread.
 */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Optional<Path> log;
    private final Duration grace;
    private final Optional<Thread> copier;

    ChildProcess(Process process, Optional<OutputStream> output, Optional<Path> log, Duration grace) {
        this.process = process;
        this.log = log;
        this.grace = grace;
        this.copier = output.map(this::copyOutput);
    }

    /** The process id of the child itself, not of what guards it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the child ends and its output is copied, and returns its exit code: 128 + n when signal n ended it,
     * 127 when the program was not found.
     */
    public int waitFor() throws InterruptedException {
        int code = process.waitFor();
        if (copier.isPresent()) {
            copier.get().join();
        }
        return code;
    }

    /** As {@link #waitFor()}, for so long at most; empty when the child still runs then. */
    public OptionalInt waitFor(Duration time) throws InterruptedException {
        boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? OptionalInt.of(waitFor()) : OptionalInt.empty();
    }

    /** The last lines of the file that standard error goes to; empty when it goes to no file. */
    public String tail(int lines) {
        return log.map(file -> LogTail.read(file, lines)).orElse("");
    }

    /** The file that standard error goes to. */
    public Optional<Path> log() {
        return log;
    }

    /**
     * Sends TERM, waits for the grace, sends KILL, and returns when the child is gone. Does nothing when it already is.
     * An interrupt of the calling thread shortens the grace to nothing and is kept.
     */
    public void stop() {
        // The handle's destroy(), unlike Process.destroy(), leaves the pipes open: what the child says last is kept.
        process.toHandle().destroy();
        try {
            if (waitFor(grace).isEmpty()) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Sends KILL, without a warning, and returns when the child is gone, or when this thread is interrupted. */
    public void kill() {
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Thread copyOutput(OutputStream target) {
        Thread thread = new Thread(() -> copy(process.getInputStream(), target), "output-of-" + process.pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream source, OutputStream target) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                target.write(buffer, 0, read);
                target.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pass on the output of a child process: " + e.getMessage(), e);
        }
    }
}
