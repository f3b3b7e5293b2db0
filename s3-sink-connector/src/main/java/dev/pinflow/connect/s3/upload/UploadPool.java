package dev.pinflow.connect.s3.upload;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that upload, and the patience with which they do. Safe for use by several threads. */
final class UploadPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadPool.class);

    private static final long INTERRUPTED_MILLIS = 500;

    private final ScheduledThreadPoolExecutor executor;
    private final UploadConfig config;
    private final Runnable onRetry;

    /** @param onRetry called for every step that is put off */
    UploadPool(UploadConfig config, Runnable onRetry) {
        this.config = config;
        this.onRetry = onRetry;
        AtomicInteger number = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(config.threads(), task -> {
            Thread thread = new Thread(task, "s3-sink-upload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Takes the step on one of the threads, again and again as long as it throws a {@link RetriableException}, for as
     * long as uploads may keep failing. No thread waits meanwhile.
     */
    <T> CompletableFuture<T> run(Callable<T> step) {
        return new Attempts<>(step).begin();
    }

    /** Takes the step once, unless the pool is closed. */
    void once(Runnable step) {
        try {
            executor.execute(step);
        } catch (RejectedExecutionException closed) {
            LOG.debug("An upload was given up without being aborted, since the task has ended");
        }
    }

    /** Drops what waits, and leaves what runs some time to end. */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(config.shutdown().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Uploads were broken off after shutdown.timeout.ms ({} ms)",
                        config.shutdown().toMillis());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        executor.shutdownNow();
        try {
            // What was interrupted says which uploads it leaves behind.
            if (!executor.awaitTermination(INTERRUPTED_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Uploads do not end although they were interrupted");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Attempts<T> {
        private final Callable<T> step;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private long failingSince;
        private boolean failed;

        Attempts(Callable<T> step) {
            this.step = step;
        }

        CompletableFuture<T> begin() {
            schedule(Duration.ZERO);
            return result;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // an attempt catches everything
        private void schedule(Duration delay) {
            try {
                executor.schedule(this::attempt, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                result.completeExceptionally(new ConnectException("The task has ended", closed));
            }
        }

        private void attempt() {
            try {
                result.complete(step.call());
            } catch (RetriableException e) {
                putOff(e);
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }

        private void putOff(RetriableException e) {
            long now = System.nanoTime();
            if (!failed) {
                failed = true;
                failingSince = now;
            }
            Duration failing = Duration.ofNanos(now - failingSince);
            if (failing.compareTo(config.giveUpAfter()) > 0) {
                result.completeExceptionally(new ConnectException(
                        "An upload has failed for " + failing.toSeconds()
                                + " s, longer than retry.timeout.ms allows. Nothing is lost: see whether S3 answers, then"
                                + " restart the task. The last answer was: " + e.getMessage(),
                        e));
                return;
            }
            LOG.warn("{} Next attempt in {}", e.getMessage(), config.backoff());
            onRetry.run();
            schedule(config.backoff());
        }
    }
}
