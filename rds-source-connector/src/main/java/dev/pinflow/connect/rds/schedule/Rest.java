package dev.pinflow.connect.rds.schedule;

/** A way to wait that ends early when the task is stopped. */
@FunctionalInterface
public interface Rest {
    /**
     * Waits.
     *
     * @param nanos how long at most
     * @return whether the task has been stopped, in which case the wait may have been shorter
     * @throws InterruptedException if the waiting thread is interrupted
     */
    boolean await(long nanos) throws InterruptedException;
}
