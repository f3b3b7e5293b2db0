package dev.pinflow.connect.rds.credentials;

import java.util.Map;
import org.apache.kafka.common.config.types.Password;

/** The login that the configuration itself holds, in {@code connection.user} and {@code connection.password}. */
public final class StaticCredentialsProvider implements CredentialsProvider {
    private Credentials credentials = new Credentials("", new Password(""));

    @Override
    public void configure(Map<String, ?> options) {
        credentials = new Credentials(
                (String) options.get(CredentialsConfig.USER), (Password) options.get(CredentialsConfig.PASSWORD));
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }
}
