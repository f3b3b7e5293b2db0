package dev.pinflow.cli.cluster;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where a bucket is and who asks.
 *
 * @param endpoint of an S3-compatible store; empty for AWS
 * @param credentials to use; empty for the AWS default chain
 */
public record S3Location(Optional<URI> endpoint, Optional<S3Credentials> credentials) {
    /** A client that the caller closes. S3-compatible stores are addressed by path and spared optional checksums. */
    public S3Client client() {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        endpoint.ifPresent(
                uri -> builder.endpointOverride(uri).forcePathStyle(true).region(Region.US_EAST_1));
        credentials.ifPresent(keys -> builder.credentialsProvider(StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()))));
        return builder.build();
    }

    /** The credentials as environment variables, for a child process with an SDK of its own. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        credentials.ifPresent(keys -> {
            environment.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
            environment.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
        });
        return environment;
    }
}
