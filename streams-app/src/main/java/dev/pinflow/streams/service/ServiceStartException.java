package dev.pinflow.streams.service;

/** The service cannot start as configured. The message is one sentence for a person. */
public final class ServiceStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceStartException(String message) {
        super(message);
    }

    ServiceStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
