package dev.pinflow.stack;

/** A server did not come up. The message is one sentence for a person: what failed, why, and where the log lies. */
public final class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerStartException(String message) {
        super(message);
    }

    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
