package dev.pinflow.connect.s3.client;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Asks the token service for a role's credentials, and anew some minutes before they expire, on the thread that needs
 * them. Closes the service's client, which the SDK's own provider leaves open.
 */
final class AssumeRoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider role;

    AssumeRoleCredentialsProvider(AssumedRole assumed, AwsCredentialsProvider base, Transport transport) {
        StsClientBuilder builder = StsClient.builder()
                .region(Region.of(assumed.region()))
                .credentialsProvider(base)
                .httpClientBuilder(transport.http(1));
        assumed.endpoint().ifPresent(builder::endpointOverride);
        sts = builder.build();
        role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(AssumeRoleRequest.builder()
                        .roleArn(assumed.arn())
                        .roleSessionName(assumed.session())
                        .externalId(assumed.externalId().orElse(null))
                        .build())
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return role.resolveCredentials();
    }

    @Override
    public void close() {
        role.close();
        sts.close();
    }
}
