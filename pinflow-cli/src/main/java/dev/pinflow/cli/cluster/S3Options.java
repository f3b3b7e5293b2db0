package dev.pinflow.cli.cluster;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

/** How a verb reaches the bucket. Credentials come from the AWS default chain, or from the running local stack. */
public final class S3Options {
    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description =
                    "Endpoint of an S3-compatible store (default: the running local stack's; with --bucket: AWS).")
    private String endpoint;

    @Option(names = "--bucket", paramLabel = "NAME", description = "The bucket (default: the running local stack's).")
    private String bucket;

    public String bucket(StackOption stack) {
        return stack.valueOf(bucket, "--bucket", RunningStack::bucket);
    }

    /** Where the bucket is. */
    public S3Location location(StackOption stack) {
        if (bucket != null || endpoint != null) {
            return new S3Location(Optional.ofNullable(endpoint).map(URI::create), Optional.empty());
        }
        String local = stack.valueOf(null, "--bucket", RunningStack::s3Endpoint);
        return new S3Location(
                Optional.of(URI.create(local)), stack.running().map(running -> S3Credentials.read(running.secrets())));
    }

    public S3Client client(StackOption stack) {
        return location(stack).client();
    }
}
