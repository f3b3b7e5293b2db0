package dev.pinflow.cli.console;

/** A command could not do its work. The message is one sentence for the person at the terminal; exit code 1. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
