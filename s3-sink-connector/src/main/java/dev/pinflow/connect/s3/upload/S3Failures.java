package dev.pinflow.connect.s3.upload;

import java.io.IOException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells what time may fix from what a person has to. */
final class S3Failures {
    private S3Failures() {}

    static ConnectException translate(SdkException e, String bucket, String key) {
        String object = "s3://" + bucket + "/" + key;
        if (isTransient(e)) {
            return new RetriableException("S3 did not take " + object + " for now: " + e.getMessage(), e);
        }
        if (e instanceof AwsServiceException service) {
            return new ConnectException(
                    "S3 refused " + object + " (" + service.statusCode() + " " + code(service) + "): "
                            + advice(service.statusCode()) + ", then restart the task",
                    e);
        }
        return new ConnectException(
                "The S3 client cannot write " + object + " (" + e.getMessage()
                        + "): check the credentials, s3.region and store.url, then restart the task",
                e);
    }

    private static boolean isTransient(SdkException e) {
        if (e instanceof AwsServiceException service) {
            int status = service.statusCode();
            return service.isThrottlingException() || status >= 500 || status == 408 || status == 429 || e.retryable();
        }
        return e.retryable()
                || e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof AbortedException
                || causedByConnection(e);
    }

    private static boolean causedByConnection(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    }

    private static String advice(int status) {
        return switch (status) {
            case 301, 307, 400 -> "check that s3.region and store.url are those of the bucket";
            case 401, 403 -> "give the connector's credentials s3:PutObject on this bucket";
            case 404 -> "create the bucket, or correct s3.bucket.name";
            default -> "check the bucket's policy and settings";
        };
    }
}
