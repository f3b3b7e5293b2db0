package dev.pinflow.connect.s3.client;

import org.apache.kafka.common.config.types.Password;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** An access key; the secret is kept out of every log. */
record StaticKeys(String accessKey, Password secretKey) implements CredentialsSource {
    @Override
    public AwsCredentialsProvider open(Transport transport) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey.value()));
    }
}
