package dev.pinflow.stack.start;

import dev.pinflow.stack.ServerStartException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a server that lives in this JVM, for a bounded time. */
public final class BoundedStart {
    private BoundedStart() {}

    /**
     * Runs a start on a thread of its own.
     *
     * @throws ServerStartException when the start throws, with the innermost reason in its message, or does not return
     *     in time, or when this thread is interrupted
     */
    public static <T> T call(String server, Duration limit, Callable<T> start) {
        FutureTask<T> task = new FutureTask<>(start);
        Thread thread = new Thread(task, "start-of-" + server);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ServerStartException(
                    "%s did not start: %s; the log of this process tells more.".formatted(server, reason(e)), e);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new ServerStartException(
                    "%s did not start within %d s; the log of this process tells more."
                            .formatted(server, limit.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new ServerStartException("The start of %s was interrupted.".formatted(server), e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.toString();
    }
}
