package dev.pinflow.streams.cleaning;

/** A cleaned record does not fit its own schema. */
final class NotEncodableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotEncodableException(Exception cause) {
        super("The cleaned record does not fit its Avro schema: " + cause.getMessage(), cause);
    }
}
