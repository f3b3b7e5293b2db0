package dev.pinflow.connect.s3.client;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** As whom the connector writes. */
sealed interface CredentialsSource permits CredentialsSource.DefaultChain, StaticKeys, AssumedRole, ProviderClass {
    /**
     * Makes a provider that closes what it opened when the client that uses it is closed.
     *
     * @param transport for sources that have to ask another service over the network
     * @throws org.apache.kafka.connect.errors.ConnectException when the provider cannot be made
     */
    AwsCredentialsProvider open(Transport transport);

    /** Environment, system properties, profile, container, instance: whatever the SDK finds first. */
    record DefaultChain() implements CredentialsSource {
        /** {@inheritDoc} Not the SDK's shared one, which a client would close under the others. */
        @Override
        public AwsCredentialsProvider open(Transport transport) {
            return DefaultCredentialsProvider.builder().build();
        }
    }
}
