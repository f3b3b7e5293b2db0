package dev.pinflow.ingest;

/** The gateway cannot listen. The message is one sentence for a person. */
public final class GatewayStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
