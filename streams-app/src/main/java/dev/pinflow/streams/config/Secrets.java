package dev.pinflow.streams.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Decides what of a setting may be shown. */
final class Secrets {
    static final String MASK = "[hidden]";

    /** Of Kafka's settings, those of the serdes and our own. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "password|secret|jaas|token$|user\\.info|authorization|credential|private|keystore\\.key$" + "|api\\.key");

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");

    private Secrets() {}

    /** The value as it may be printed: hidden whole when the key says so, else without logins in addresses. */
    static String shown(String key, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find()
                ? MASK
                : USER_INFO.matcher(value).replaceAll(MASK + "@");
    }
}
