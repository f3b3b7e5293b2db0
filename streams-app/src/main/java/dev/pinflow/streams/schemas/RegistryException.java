package dev.pinflow.streams.schemas;

/** The schema registry did not do what was asked. The message is one sentence for a person. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
