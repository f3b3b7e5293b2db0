package dev.pinflow.cli.seed;

/** A line is no row of its table; the message goes on from "pin.jsonl, line 7". */
final class InvalidRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRowException(String message) {
        super(message);
    }
}
