package dev.pinflow.stack.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FaultyS3IT {
    private static final String BUCKET = "posts";
    private static final Duration HANG = Duration.ofMillis(200);

    @TempDir
    private static Path folder;

    private static S3Server store;

    private FaultyS3 front;
    private S3Client client;

    @BeforeAll
    static void startStore() {
        store = new S3Server(folder, 0);
        store.start();
        store.createBucket(BUCKET);
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    @BeforeEach
    void startFront() {
        front = new FaultyS3(store.address(), HANG);
        front.start();
        client = S3Client.builder()
                .endpointOverride(URI.create(front.address()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build();
    }

    @AfterEach
    void stopFront() {
        client.close();
        front.close();
    }

    @Test
    void passesOnEveryByteWhileAllGoesWell() {
        byte[] content = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(content);

        put("well", content);

        assertThat(client.headObject(request -> request.bucket(BUCKET).key("well"))
                        .contentLength())
                .isEqualTo(content.length);
        assertThat(client.getObjectAsBytes(request -> request.bucket(BUCKET).key("well"))
                        .asByteArray())
                .isEqualTo(content);
        assertThat(front.requests()).isEqualTo(3);
        assertThat(front.failed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failsInTheWayThatItIsTold(Fault fault) {
        String key = fault.name();
        front.faults((method, target) -> Optional.of(fault));
        long began = System.nanoTime();

        assertThatThrownBy(() -> put(key, new byte[10])).satisfies(e -> {
            switch (fault) {
                case INTERNAL_ERROR -> assertStatus(e, 500, "InternalError");
                case SLOW_DOWN -> assertStatus(e, 503, "SlowDown");
                case HANG, HANG_UP, LOSE_ANSWER, WITHHOLD_ANSWER ->
                    assertThat(e).isInstanceOf(SdkClientException.class);
            }
        });

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (fault == Fault.HANG || fault == Fault.WITHHOLD_ANSWER) {
            assertThat(took).isGreaterThanOrEqualTo(HANG);
        }
        front.faults(Faults.none());
        boolean stored = client.listObjectsV2(request -> request.bucket(BUCKET).prefix(key))
                        .keyCount()
                == 1;
        assertThat(stored).isEqualTo(fault == Fault.LOSE_ANSWER || fault == Fault.WITHHOLD_ANSWER);
        assertThat(front.failed()).isEqualTo(Map.of(fault, 1L));
    }

    private static void assertStatus(Throwable e, int status, String code) {
        assertThat(e).isInstanceOfSatisfying(S3Exception.class, answer -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }

    private void put(String key, byte[] content) {
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
    }
}
