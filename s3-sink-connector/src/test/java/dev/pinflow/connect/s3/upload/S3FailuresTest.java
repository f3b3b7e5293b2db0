package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FailuresTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "500, InternalError",
        "503, SlowDown",
        "429, TooManyRequests",
        "408, ''",
        "400, RequestTimeout",
        "404, NoSuchUpload",
        "409, OperationAborted",
    })
    void leaveToTimeWhatItFixes(int status, String code) {
        assertThat(translated(status, code)).isInstanceOf(RetriableException.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "301, PermanentRedirect, s3.region",
        "400, AuthorizationHeaderMalformed, s3.region",
        "400, ExpiredToken, renew the credentials",
        "403, AccessDenied, s3:PutObject",
        "403, InvalidAccessKeyId, aws.access.key.id",
        "403, SignatureDoesNotMatch, aws.secret.access.key",
        "403, RequestTimeTooSkewed, clock",
        "404, NoSuchBucket, create the bucket",
        "405, MethodNotAllowed, bucket's policy",
    })
    void tellAPersonWhatToDoAboutTheRest(int status, String code, String advice) {
        assertThat(translated(status, code))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageStartingWith("S3 refused s3://b/k (" + status + " " + code + "): ")
                .hasMessageContaining(advice)
                .hasMessageEndingWith(", then restart the task");
    }

    private static ConnectException translated(int status, String code) {
        return S3Failures.translate(
                (S3Exception) S3Exception.builder()
                        .statusCode(status)
                        .awsErrorDetails(
                                AwsErrorDetails.builder().errorCode(code).build())
                        .build(),
                "b",
                "k");
    }
}
