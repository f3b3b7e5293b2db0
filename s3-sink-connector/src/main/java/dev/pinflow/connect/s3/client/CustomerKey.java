package dev.pinflow.connect.s3.client;

import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * A key of the user's own, which goes with every request that touches content (SSE-C).
 *
 * @param key Base64 of 32 bytes
 * @param md5 Base64 of the MD5 of those bytes, by which the store notices a garbled key
 */
record CustomerKey(Password key, String md5) {
    static final String ALGORITHM = "AES256";

    private static final int KEY_BYTES = 32;

    static Optional<String> problem(Password key) {
        try {
            int length = Base64.getDecoder().decode(key.value().strip()).length;
            return length == KEY_BYTES
                    ? Optional.empty()
                    : Optional.of("must be Base64 of exactly 32 bytes, but is Base64 of " + length);
        } catch (IllegalArgumentException e) {
            return Optional.of("must be Base64 of exactly 32 bytes, such as openssl rand -base64 32 prints");
        }
    }

    static CustomerKey of(Password key) {
        String text = key.value().strip();
        return new CustomerKey(
                new Password(text), ContentMd5.of(Base64.getDecoder().decode(text)));
    }
}
