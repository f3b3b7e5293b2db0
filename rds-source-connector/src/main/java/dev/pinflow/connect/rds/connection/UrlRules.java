package dev.pinflow.connect.rds.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * What a URL may hold: the way to the database, and parameters of the driver that neither reach beyond the database nor
 * change records.
 *
 * <p>No message repeats the URL or a part of it, which may be a password.
 */
final class UrlRules implements ConfigDef.Validator {
    private static final String SCHEME = "jdbc:mysql:";
    static final String EXAMPLE = "jdbc:mysql://host:3306/pinterest_data";

    static final String CREDENTIALS_RULE = "must not hold credentials, because URLs are shown and logged: use "
            + "connection.user and connection.password, and connection.tls.truststore.password and "
            + "connection.tls.keystore.password for stores.";

    /** User info before an {@code @}, or a parameter named like one, however the rest of the URL is read. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("^[^?]*@|[?&(,;]\\s*(user|[a-z0-9._]*-?password[0-9]?)\\s*=", Pattern.CASE_INSENSITIVE);

    @Override
    public void ensureValid(String name, Object value) {
        String url = (String) value;
        if (url == null || !url.startsWith(SCHEME)) {
            throw new ConfigException(name + " must start with " + SCHEME + ", as in " + EXAMPLE + ".");
        }
        if (CREDENTIALS.matcher(decoded(name, url)).find()) {
            throw new ConfigException(name + " " + CREDENTIALS_RULE);
        }
        Optional<String> problem;
        try {
            problem = DriverParameters.problem(name, url);
        } catch (NoClassDefFoundError missing) {
            throw new ConfigException(MissingDriver.MESSAGE);
        }
        if (problem.isPresent()) {
            throw new ConfigException(problem.get());
        }
    }

    private static String decoded(String name, String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(
                    name + " has a % that is not followed by two hex digits; write %25 for a percent sign.");
        }
    }

    /** What documentation and error messages say is allowed. */
    @Override
    public String toString() {
        return "jdbc:mysql://host:port/database, without credentials";
    }
}
