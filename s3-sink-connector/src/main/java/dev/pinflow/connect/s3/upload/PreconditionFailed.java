package dev.pinflow.connect.s3.upload;

import org.apache.kafka.connect.errors.ConnectException;

/** What lies under a key is not what a conditional request took for granted. */
final class PreconditionFailed extends ConnectException {
    private static final long serialVersionUID = 1L;

    PreconditionFailed(String object, Throwable cause) {
        super(object + " has been written by another writer meanwhile", cause);
    }
}
