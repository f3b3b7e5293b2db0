package dev.pinflow.streams.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same thing again and again on a thread of its own, whatever comes of it. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Runnable look;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Watch(Runnable look, Duration interval) {
        this.look = look;
        this.interval = interval;
    }

    static Watch every(Duration interval, Runnable look) {
        Watch watch = new Watch(look, interval);
        Thread thread = new Thread(watch::run, "service-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void run() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                lookSafely();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("A look at the service failed; the next one follows", e);
        }
    }

    /** Ends the watch after the look that is in progress. */
    @Override
    public void close() {
        closed.countDown();
    }
}
