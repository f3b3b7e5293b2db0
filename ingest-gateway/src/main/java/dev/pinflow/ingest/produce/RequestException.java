package dev.pinflow.ingest.produce;

/** A request that is answered with an error body. */
final class RequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorCode;

    RequestException(int status, int errorCode, String message) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
    }

    int status() {
        return status;
    }

    /** Confluent's code: the status, or the status followed by two digits that tell more. */
    int errorCode() {
        return errorCode;
    }
}
