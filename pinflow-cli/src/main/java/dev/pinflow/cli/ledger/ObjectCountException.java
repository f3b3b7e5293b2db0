package dev.pinflow.cli.ledger;

/** An object of the bucket cannot be counted. */
final class ObjectCountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ObjectCountException(String bucket, String key, Throwable cause) {
        super("The object s3://" + bucket + "/" + key + " cannot be read: " + cause.getMessage() + ".", cause);
    }
}
