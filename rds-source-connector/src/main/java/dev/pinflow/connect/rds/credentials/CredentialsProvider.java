package dev.pinflow.connect.rds.credentials;

import java.util.Map;

/**
 * Where the connector's logins come from. Named by {@link CredentialsConfig#PROVIDER_CLASS}; needs a public constructor
 * without parameters, and its jar in the connector's plugin folder.
 *
 * <p>A provider lives no longer than the attempt to reach the database that it was made for: each task makes a new one when
 * it starts and whenever it reconnects, and each validation of a configuration makes its own. So what is worth keeping
 * between connections is the class's to share. A provider is used by one thread at a time, and closed in the end, also
 * after {@link #configure} has failed. A validation that takes too long interrupts its thread.
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
