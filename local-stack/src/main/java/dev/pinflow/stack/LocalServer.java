package dev.pinflow.stack;

/**
 * One real server on 127.0.0.1.
 *
 * <p>Life cycle: constructed (nothing happens yet), {@link #start()} once, {@link #stop()} any number of times. Not
 * safe for use by several threads at once, except that {@code stop} may be called from a shutdown hook while
 * {@code start} is still running.
 */
public interface LocalServer extends AutoCloseable {
    /** The name that people know the server by, for progress lines and messages, such as {@code Kafka}. */
    String name();

    /**
     * Starts the server and returns when it answers its own protocol.
     *
     * @throws ServerStartException when it does not come up; nothing is left running then
     */
    void start();

    /** Where clients reach the server, in the form that they take; valid after {@link #start()}. */
    String address();

    /** Stops the server with all its child processes; the data stays. Does nothing when it is not running. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
