package dev.pinflow.connect.rds.credentials;

import java.util.Map;

/**
 * Where the connector's logins come from. Named by {@link CredentialsConfig#PROVIDER_CLASS}; needs a public constructor
 * without parameters, and its jar in the connector's plugin folder.
 *
 * <p>Every task has a provider of its own, a new one whenever it has to connect anew, and so has each validation of a
 * configuration. A provider is used by one thread at a time.
 */
public interface CredentialsProvider extends AutoCloseable {
    /**
     * Takes the options over; called once, before anything else.
     *
     * @param options {@code connection.url}, {@code connection.user} and {@code credentials.aws.region} as strings,
     *     {@code connection.password} as a {@link org.apache.kafka.common.config.types.Password}, and under its full name
     *     every option that begins with {@code credentials.provider.}, as a string
     * @throws org.apache.kafka.common.config.ConfigException if an option is missing or invalid, without a secret in the
     *     message
     */
    void configure(Map<String, ?> options);

    /**
     * The login of the connection that is opened next. Asked before every connection, so that what expires can be renewed;
     * the connections live on when it does. May take as long as opening a connection may.
     *
     * @throws org.apache.kafka.connect.errors.RetriableException if time may help; the connector asks again, within its
     *     retry budget
     * @throws org.apache.kafka.connect.errors.ConnectException if someone must act; the task fails with the message, which
     *     holds no secret
     */
    Credentials credentials();

    /** Whether the login must never travel unencrypted, as with tokens that the database takes as clear text. */
    default boolean needsEncryption() {
        return false;
    }

    /** Frees what the provider holds. */
    @Override
    default void close() {}
}
