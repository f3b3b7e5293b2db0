package dev.pinflow.cli.seed;

/** The options do not fit together; the message is one sentence for the user. */
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsageException(String message) {
        super(message);
    }
}
