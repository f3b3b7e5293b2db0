package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.buffer.ChunkedBuffer;
import dev.pinflow.connect.s3.client.S3Clients;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.client.StorageConfig.StaticKeys;
import dev.pinflow.connect.s3.upload.FaultyStore.Fault;
import dev.pinflow.stack.s3.S3Server;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3UploaderIT {
    private static final String BUCKET = "sink";
    private static final String KEY = "topics/t/partition=0/t+0+0000000000.json";
    private static final int PART_BYTES = 5 * 1024 * 1024;

    @TempDir
    private static Path folder;

    private static S3Server store;
    private static S3Client s3;

    private FaultyStore front;

    @BeforeAll
    static void startStore() {
        store = new S3Server(folder.resolve("s3"), 0);
        store.start();
        store.createBucket(BUCKET);
        s3 = S3Clients.open(storage(store.address(), store.accessKey(), store.secretKey()));
    }

    @AfterAll
    static void stopStore() {
        s3.close();
        store.close();
    }

    @BeforeEach
    void startFront() throws Exception {
        front = new FaultyStore(store.address());
    }

    @AfterEach
    void stopFrontAndRemoveObjects() {
        front.close();
        for (S3Object object :
                s3.listObjectsV2(request -> request.bucket(BUCKET)).contents()) {
            s3.deleteObject(request -> request.bucket(BUCKET).key(object.key()));
        }
    }

    @Test
    void writesASmallObjectByOneRequest() {
        upload(object(1_000));
        assertThat(stored()).isEqualTo(content(1_000));
        assertThat(front.requests())
                .containsExactly("PUT /sink/" + KEY.replace("+", "%2B").replace("=", "%3D"));
    }

    @ParameterizedTest(name = "{0} bytes are {1} parts")
    @CsvSource({"5242880, 1", "10485761, 3"})
    void writesALargeObjectInParts(int size, int parts) {
        upload(object(size));
        assertThat(stored()).isEqualTo(content(size));
        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(BUCKET).key(KEY));
        assertThat(head.metadata()).containsEntry("pinflow-records", "7").containsEntry("pinflow-end-offset", "41");
        assertThat(front.requests())
                .filteredOn(request -> request.contains("partNumber="))
                .hasSize(parts);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"PUT, partNumber=2", "POST, uploadId=", "POST, uploads"})
    void leavesNothingBehindWhenAMultipartUploadFails(String method, String part) {
        front.fail(method, part, Fault.REFUSE, -1);
        assertThatThrownBy(() -> upload(object(PART_BYTES + 1)))
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining("s3://sink/" + KEY);
        assertThatNoUploadIsLeft();
        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET)).contents())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void triesAgainWhenTheStoreStumblesOnce(Fault fault) {
        front.fail("PUT", "partNumber=1", fault, 1);
        upload(object(PART_BYTES + 1));
        front.fail("PUT", "", fault, 1);
        upload(object(10));
        assertThat(stored()).isEqualTo(content(10));
        assertThatNoUploadIsLeft();
    }

    @Test
    void survivesTheLossOfTheAnswerThatCompletesAnUpload() {
        front.fail("POST", "uploadId=", Fault.LOSE_ANSWER, 1);
        upload(object(PART_BYTES + 1));
        assertThat(stored()).isEqualTo(content(PART_BYTES + 1));
        assertThatNoUploadIsLeft();
    }

    @Test
    void namesTheBucketThatDoesNotExist() {
        try (S3Uploader uploader = uploader(store.address(), "nowhere", store.accessKey(), store.secretKey())) {
            assertThatThrownBy(uploader::requireBucket)
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("Bucket nowhere does not exist", "create it", "s3.bucket.name");
            assertThatThrownBy(() -> uploader.upload(object(10)))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("s3://nowhere/" + KEY, "404 NoSuchBucket", "create the bucket");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, SignatureDoesNotMatch", "false, InvalidAccessKeyId"})
    void saysWhichCredentialsToCheckAndNeverShowsThem(boolean known, String code) {
        String accessKey = known ? store.accessKey() : "stranger";
        try (S3Uploader uploader = uploader(store.address(), BUCKET, accessKey, "a wrong secret")) {
            uploader.requireBucket();
            assertThatThrownBy(() -> uploader.upload(object(10)))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("403", code, "check aws.access.key.id and aws.secret.access.key")
                    .hasMessageNotContaining("a wrong secret");
        }
    }

    @Test
    void leavesToALaterAttemptWhatAnEndpointThatRefusesConnectionsDidNotTake() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            closed = socket.getLocalPort();
        }
        try (S3Uploader uploader = uploader("http://127.0.0.1:" + closed, BUCKET, "me", "hush")) {
            uploader.requireBucket();
            assertThatThrownBy(() -> uploader.upload(object(10)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessageContainingAll("S3 did not take s3://sink/" + KEY, "for now");
        }
    }

    private void upload(SealedObject object) {
        try (S3Uploader uploader = uploader(front.address(), BUCKET, store.accessKey(), store.secretKey())) {
            uploader.upload(object);
        }
    }

    private static void assertThatNoUploadIsLeft() {
        assertThat(s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads())
                .isEmpty();
    }

    private static byte[] stored() {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(KEY)).asByteArray();
    }

    private static S3Uploader uploader(String address, String bucket, String accessKey, String secretKey) {
        return new S3Uploader(S3Clients.open(storage(address, accessKey, secretKey)), bucket, PART_BYTES);
    }

    private static StorageConfig storage(String address, String accessKey, String secretKey) {
        return new StorageConfig(
                BUCKET,
                "us-east-1",
                Optional.of(URI.create(address)),
                true,
                Optional.of(new StaticKeys(accessKey, new Password(secretKey))),
                PART_BYTES,
                3,
                Duration.ofMillis(1));
    }

    private static SealedObject object(int size) {
        ChunkedBuffer buffer = new ChunkedBuffer();
        buffer.write(content(size));
        return new SealedObject(KEY, buffer, 7, 41);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
