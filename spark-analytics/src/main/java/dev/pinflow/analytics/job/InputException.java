package dev.pinflow.analytics.job;

/** A job cannot answer from what it was pointed at; the message is one sentence that names it and the way out. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
