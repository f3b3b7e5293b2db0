package dev.pinflow.streams.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How the schema registry knows us: by nothing, by user and password, or by a bearer token; what is not given is the
 * empty text. Holds secrets.
 */
public record RegistryLogin(String user, String password, String token) {
    public static final RegistryLogin NONE = new RegistryLogin("", "", "");

    /** The value of the header {@code Authorization}. */
    public Optional<String> authorization() {
        if (!token.isEmpty()) {
            return Optional.of("Bearer " + token);
        }
        if (user.isEmpty()) {
            return Optional.empty();
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
        return user.isEmpty() && token.isEmpty() ? "no login" : "a login";
    }
}
