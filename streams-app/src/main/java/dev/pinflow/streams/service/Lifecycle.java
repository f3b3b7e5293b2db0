package dev.pinflow.streams.service;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;

/** Where the service is in its life, and who waits for it to get on. Thread-safe. */
final class Lifecycle {
    private enum Phase {
        UP,
        STOPPING,
        ENDED
    }

    private final List<ServicePart> parts;
    private Phase phase = Phase.UP;
    private boolean failed;

    Lifecycle(List<ServicePart> parts) {
        this.parts = parts;
    }

    synchronized ServiceState state() {
        if (failed) {
            return ServiceState.FAILED;
        }
        return switch (phase) {
            case UP -> ofParts();
            case STOPPING -> ServiceState.STOPPING;
            case ENDED -> ServiceState.STOPPED;
        };
    }

    private ServiceState ofParts() {
        if (parts.stream().anyMatch(ServicePart::hasFailed)) {
            return ServiceState.FAILED;
        }
        return parts.stream().allMatch(part -> part.state() == State.RUNNING)
                ? ServiceState.RUNNING
                : ServiceState.STARTING;
    }

    /** Whether a part has failed while nobody asked the service to stop; true once. */
    synchronized boolean fails() {
        if (failed || phase != Phase.UP || state() != ServiceState.FAILED) {
            return false;
        }
        failed = true;
        return true;
    }

    synchronized void stopping() {
        if (phase == Phase.UP) {
            phase = Phase.STOPPING;
        }
        notifyAll();
    }

    synchronized void ended() {
        phase = Phase.ENDED;
        notifyAll();
    }

    /** Wakes who waits, to look again. */
    synchronized void changed() {
        notifyAll();
    }

    /** Waits until the service no longer starts, at most that long. */
    synchronized ServiceState awaitStarted(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (state() == ServiceState.STARTING) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return state();
    }

    synchronized ServiceState awaitEnd() throws InterruptedException {
        while (phase != Phase.ENDED) {
            wait();
        }
        return state();
    }
}
