package dev.pinflow.stack.start;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a server's start and stop from running into each other. A stop that comes while the start still runs, as from a
 * shutdown hook, interrupts the start and waits for it to have cleaned up.
 */
public final class StartGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicReference<Optional<Thread>> starting = new AtomicReference<>(Optional.empty());

    /** Runs the start, and the stop after it when the start throws. */
    public void start(Runnable start, Runnable stop) {
        lock.lock();
        starting.set(Optional.of(Thread.currentThread()));
        try {
            start.run();
        } catch (RuntimeException | Error e) {
            stop.run();
            throw e;
        } finally {
            starting.set(Optional.empty());
            lock.unlock();
        }
    }

    public void stop(Runnable stop) {
        starting.get().ifPresent(Thread::interrupt);
        lock.lock();
        try {
            stop.run();
        } finally {
            lock.unlock();
        }
    }
}
