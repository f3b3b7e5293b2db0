package dev.pinflow.streams.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes the parts of a service all at once, because each may need the time. */
final class PartsClosing {
    private PartsClosing() {}

    /** @return whether all of them stopped within the time */
    static boolean close(List<ServicePart> parts, Duration timeout) {
        AtomicBoolean inOrder = new AtomicBoolean(true);
        List<Thread> closers =
                parts.stream().map(part -> closer(part, timeout, inOrder)).toList();
        closers.forEach(Thread::start);
        try {
            for (Thread closer : closers) {
                closer.join(timeout.toMillis());
                if (closer.isAlive()) {
                    inOrder.set(false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            inOrder.set(false);
        }
        return inOrder.get();
    }

    private static Thread closer(ServicePart part, Duration timeout, AtomicBoolean inOrder) {
        Thread closer = new Thread(
                () -> {
                    if (!part.close(timeout)) {
                        inOrder.set(false);
                    }
                },
                "close-" + part.name());
        closer.setDaemon(true);
        return closer;
    }
}
