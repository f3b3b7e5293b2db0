package dev.pinflow.connect.rds.schedule;

/**
 * The event time of postings, which becomes the timestamp of their records. For one thread.
 */
@FunctionalInterface
public interface EventClock {
    /**
     * When a posting happened.
     *
     * @param posting its number, counted over the whole emulation
     * @return milliseconds since 1970
     */
    long millis(long posting);
}
