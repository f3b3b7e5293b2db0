package dev.pinflow.cli.seed;

/** Why posts could not be loaded. The message is one sentence for the user: what, where, and the way out. */
public final class SeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeedException(String message) {
        super(message);
    }

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
