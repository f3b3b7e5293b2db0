package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.connect.s3.upload.FaultyStore.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class S3UploadsIT extends UploadFixture {
    @Test
    void writesASmallObjectByOneRequestAndMarksItWithItsRange() {
        assertThat(written(set(0, 4, 1_000))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(1_000));
        assertThatRangeIs(KEY, 5, 4);
        assertThat(front.requests())
                .containsExactly("PUT /sink/" + KEY.replace("+", "%2B").replace("=", "%3D"));
    }

    @ParameterizedTest(name = "{0} bytes are {1} parts")
    @CsvSource({"5242880, 1", "10485761, 3"})
    void writesALargeObjectInParts(int size, int parts) {
        written(set(0, 4, size));
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatRangeIs(KEY, 5, 4);
        assertThat(front.requests())
                .filteredOn(request -> request.contains("partNumber="))
                .hasSize(parts);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void triesAgainWhateverTheStoreDoesAndDoublesNothing(Fault fault) {
        front.fail("PUT", "partNumber=1", fault, 4);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        front.fail("PUT", "0000000005", fault, 4);
        assertThat(written(set(5, 9, 10))).isEqualTo(9);
        assertThat(stored(key(5))).isEqualTo(content(10));
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"POST, uploadId=", "POST, uploads", "PUT, partNumber=2"})
    void leavesNothingBehindWhenItGivesUp(String method, String part) {
        front.fail(method, part, Fault.REFUSE, -1);
        assertThatThrownBy(() -> written(set(0, 4, PART_BYTES + 1), Map.of("retry.timeout.ms", "10")))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll("retry.timeout.ms", "s3://sink/" + KEY);
        assertThatNoUploadIsLeft();
        assertThat(keys()).isEmpty();
    }

    @Test
    void survivesTheLossOfTheAnswerThatCompletesAnUpload() {
        front.fail("POST", "uploadId=", Fault.LOSE_ANSWER, 1);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(PART_BYTES + 1));
        assertThatNoUploadIsLeft();
    }

    @Test
    void leavesNoUploadOfWhichOnlyTheStoreKnows() {
        front.fail("POST", "uploads", Fault.LOSE_ANSWER, 2);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        assertThatNoUploadIsLeft();
    }

    @Test
    void abortsWhatAKilledOwnerHasLeftOfThisTopicPartitionOnly() {
        begin(KEY);
        begin("topics/t/partition=1/t+1+0000000000.json");
        begin("topics/t/f=a/t+0+0000000009.json");
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            uploads.take(new ObjectFamily("topics/t/", "/", "t+0+"));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(unfinished()).containsExactly("topics/t/partition=1/t+1+0000000000.json"));
        }
        abortAll();
    }

    @Test
    void namesTheBucketThatDoesNotExist() {
        try (S3Uploads uploads = uploads(store.address(), "nowhere", DETERMINISTIC, Map.of())) {
            assertThatThrownBy(uploads::requireBucket)
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("Bucket nowhere does not exist", "create it", "s3.bucket.name");
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("s3://nowhere/" + KEY, "404 NoSuchBucket", "create the bucket");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, SignatureDoesNotMatch", "false, InvalidAccessKeyId"})
    void saysWhichCredentialsToCheckAndNeverShowsThem(boolean known, String code) {
        Map<String, String> keys = Map.of(
                "aws.access.key.id", known ? store.accessKey() : "stranger", "aws.secret.access.key", "a wrong secret");
        try (S3Uploads uploads = uploads(store.address(), BUCKET, DETERMINISTIC, keys)) {
            uploads.requireBucket();
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("403", code, "check aws.access.key.id and aws.secret.access.key")
                    .hasMessageNotContaining("a wrong secret");
        }
    }

    @Test
    void keepsTryingAnEndpointThatRefusesConnectionsUntilItGivesUp() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            closed = socket.getLocalPort();
        }
        try (S3Uploads uploads =
                uploads("http://127.0.0.1:" + closed, BUCKET, DETERMINISTIC, Map.of("retry.timeout.ms", "50"))) {
            uploads.requireBucket();
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("S3 did not take s3://sink/" + KEY, "retry.timeout.ms");
        }
    }
}
