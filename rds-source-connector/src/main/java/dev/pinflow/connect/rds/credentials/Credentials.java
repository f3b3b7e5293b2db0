package dev.pinflow.connect.rds.credentials;

import org.apache.kafka.common.config.types.Password;

/**
 * What a connection logs in with.
 *
 * @param password a password or token; not shown by {@link #toString()}
 */
public record Credentials(String user, Password password) {}
