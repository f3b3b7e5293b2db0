package dev.pinflow.streams.reset;

/** What was to be forgotten cannot be, or not now. The message is one sentence for a person. */
public final class ResetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResetException(String message) {
        super(message);
    }

    ResetException(String message, Throwable cause) {
        super(message, cause);
    }
}
