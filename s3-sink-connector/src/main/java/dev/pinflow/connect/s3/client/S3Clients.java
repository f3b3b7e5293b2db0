package dev.pinflow.connect.s3.client;

import java.time.Duration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Makes the S3 client that a configuration asks for. */
public final class S3Clients {
    private static final Duration LEAST_ATTEMPT = Duration.ofMinutes(2);

    /** The slowest line on which a part still gets through in one attempt, in bytes per second. */
    private static final int SLOWEST = 200 * 1024;

    private S3Clients() {}

    /** For one thread. The caller closes the client. */
    public static S3Client open(StorageConfig storage) {
        return open(storage, 1);
    }

    /**
     * The caller closes the client, and with it its connections and its source of credentials.
     *
     * @param threads that use the client at the same time; each of them finds a free connection
     * @throws org.apache.kafka.connect.errors.ConnectException when the configured credentials provider fails to start
     */
    public static S3Client open(StorageConfig storage, int threads) {
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(storage.credentials().open(storage.transport()))
                .httpClientBuilder(storage.transport().http(threads))
                .serviceConfiguration(S3Configuration.builder()
                        .expectContinueEnabled(storage.transport().expectsContinue())
                        // Signing chunk by chunk copies the whole body; one digest over http, none over https, is
                        // enough.
                        .chunkedEncodingEnabled(false)
                        .build())
                // Stores other than AWS mostly refuse the checksum trailers that the SDK sends by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(overrides -> overrides
                        .retryStrategy(storage.retries().strategy())
                        .apiCallAttemptTimeout(longestAttempt(storage.partBytes())));
        storage.endpoint().onClient(builder);
        return builder.build();
    }

    /** A dead connection is noticed earlier; this bounds one that trickles. */
    static Duration longestAttempt(int partBytes) {
        Duration onSlowLine = Duration.ofSeconds(partBytes / SLOWEST);
        return onSlowLine.compareTo(LEAST_ATTEMPT) > 0 ? onSlowLine : LEAST_ATTEMPT;
    }
}
