package dev.pinflow.connect.s3.upload;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells what time may fix from what a person has to. */
final class S3Failures {
    /**
     * Error codes that time fixes although their status looks final: the store gave up reading the request (AWS sends
     * 400), another writer is at the key (409), or an error comes in the body of an answer that began with 200.
     */
    private static final Set<String> PASSING = Set.of(
            "ConditionalRequestConflict",
            "InternalError",
            "OperationAborted",
            "RequestTimeout",
            "RequestTimeoutException",
            "ServiceUnavailable",
            "SlowDown");

    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private S3Failures() {}

    /** Makes a request and translates what it fails with, as {@link #translate}. */
    static <T> T call(String bucket, String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw translate(e, bucket, key);
        }
    }

    static ConnectException translate(SdkException e, String bucket, String key) {
        String object = "s3://" + bucket + "/" + key;
        if (e instanceof AwsServiceException service && isUnmet(service)) {
            return new PreconditionFailed(object, e);
        }
        if (e instanceof AwsServiceException service && code(service).equals("NoSuchUpload")) {
            return new UploadGone(key, e);
        }
        if (isTransient(e)) {
            return new RetriableException("S3 did not take " + object + " for now: " + e.getMessage(), e);
        }
        if (e instanceof AwsServiceException service) {
            return new ConnectException(
                    "S3 refused " + object + " (" + service.statusCode() + " " + code(service) + "): "
                            + advice(service.statusCode(), code(service)) + ", then restart the task",
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
            return service.isThrottlingException()
                    || (status >= 500 && status != NOT_IMPLEMENTED)
                    || status == 408
                    || status == 429
                    || PASSING.contains(code(service))
                    || e.retryable();
        }
        return e.retryable()
                || e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof AbortedException
                || causedByConnection(e);
    }

    /** A store answers 404 when the object that was to be replaced has gone. */
    private static boolean isUnmet(AwsServiceException e) {
        return e.statusCode() == PRECONDITION_FAILED || code(e).equals("NoSuchKey");
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
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static String advice(int status, String code) {
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken" ->
                "check aws.access.key.id and aws.secret.access.key, or the SDK's own source of credentials";
            case "ExpiredToken", "TokenRefreshRequired" -> "renew the credentials";
            case "RequestTimeTooSkewed" -> "set the clock of the worker's machine";
            case "EntityTooLarge" -> "lower flush.size";
            default -> advice(status);
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 301, 307, 400 -> "check that s3.region and store.url are those of the bucket";
            case 401, 403 ->
                "give the connector's credentials s3:PutObject and s3:GetObject on the objects and s3:ListBucket on the bucket";
            case 404 -> "create the bucket, or correct s3.bucket.name";
            case NOT_IMPLEMENTED ->
                "the store lacks something that the configuration asks for; most often that is enable.conditional.writes,"
                        + " which can be set to false";
            default -> "check the bucket's policy and settings";
        };
    }
}
