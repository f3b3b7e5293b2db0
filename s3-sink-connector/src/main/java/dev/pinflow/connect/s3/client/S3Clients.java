package dev.pinflow.connect.s3.client;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the S3 client that a configuration asks for. */
public final class S3Clients {
    /** Uploads block the task's thread, which has to poll again within max.poll.interval.ms (5 minutes by default). */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private S3Clients() {}

    /** The caller closes the client. */
    public static S3Client open(StorageConfig storage) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(storage.region()))
                .forcePathStyle(storage.pathStyle())
                .credentialsProvider(credentials(storage))
                .httpClientBuilder(Apache5HttpClient.builder())
                // Stores other than AWS mostly refuse the checksum trailers that the SDK sends by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        overrides -> overrides.retryStrategy(retries(storage)).apiCallTimeout(LONGEST_CALL));
        storage.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static StandardRetryStrategy retries(StorageConfig storage) {
        BackoffStrategy backoff = storage.backoff().isZero()
                ? BackoffStrategy.retryImmediately()
                : BackoffStrategy.exponentialDelay(storage.backoff(), max(LONGEST_PAUSE, storage.backoff()));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(storage.attempts())
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .build();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static AwsCredentialsProvider credentials(StorageConfig storage) {
        if (storage.keys().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        StorageConfig.StaticKeys keys = storage.keys().get();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKey(), keys.secretKey().value()));
    }
}
