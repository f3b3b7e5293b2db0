package dev.pinflow.connect.rds.problem;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Checks that ask others and so may take long. */
public final class Bounded {
    private Bounded() {}

    /**
     * The answer of a check, which runs on a thread of its own.
     *
     * @param late answers instead where the check takes longer, or the caller is interrupted; the check is interrupted then
     */
    public static <T> T within(Duration limit, Supplier<T> check, Supplier<T> late) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(answer, check), "rds-source-validation");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            thread.interrupt();
            return late.get();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return late.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Supplier<T> check) {
        try {
            answer.complete(check.get());
        } catch (RuntimeException | LinkageError failure) {
            answer.completeExceptionally(failure);
        }
    }
}
