package dev.pinflow.connect.s3.upload;

import org.apache.kafka.connect.errors.RetriableException;

/** The parts of a multipart upload are of no use any more: they were aborted, completed, or lost to a conflict. */
final class UploadGone extends RetriableException {
    private static final long serialVersionUID = 1L;

    UploadGone(String key, Throwable cause) {
        super("The multipart upload of " + key + " has to begin again: " + cause.getMessage(), cause);
    }
}
