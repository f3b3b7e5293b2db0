package dev.pinflow.connect.rds.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The options that lead to the database.
 *
 * @param url a {@code jdbc:mysql:} URL without credentials
 * @param connectTimeout for opening a connection
 * @param socketTimeout for every answer of the database
 */
public record DatabaseConfig(
        String url, String user, Password password, Duration connectTimeout, Duration socketTimeout) {
    public static final String URL = "connection.url";
    public static final String USER = "connection.user";
    public static final String PASSWORD = "connection.password";
    public static final String CONNECT_TIMEOUT = "connection.connect.timeout.ms";
    public static final String SOCKET_TIMEOUT = "connection.socket.timeout.ms";

    private static final String GROUP = "Database";
    private static final String SCHEME = "jdbc:mysql:";

    /** User info before an {@code @}, or a user or password among the parameters or in a host's parentheses. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("^[^?]*@|[?&(,;]\\s*(user|[a-z]*password[0-9]?)\\s*=", Pattern.CASE_INSENSITIVE);

    private static final String URL_DOC = "The JDBC URL of the MySQL or MariaDB database that holds the tables, such "
            + "as jdbc:mysql://host:3306/pinterest_data. Credentials inside it are refused.";
    private static final String USER_DOC = "The database user. It needs the SELECT privilege on the tables.";
    private static final String PASSWORD_DOC = "The user's password; take it from a config provider.";
    private static final String CONNECT_DOC = "How long opening a connection may take, in milliseconds.";
    private static final String SOCKET_DOC = "How long an answer of the database may take, in milliseconds.";

    public static void define(ConfigDef def) {
        def.define(
                URL,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(
                        DatabaseConfig::checkUrl, () -> "jdbc:mysql://host:port/database, without credentials"),
                Importance.HIGH,
                URL_DOC,
                GROUP,
                1,
                Width.LONG,
                "JDBC URL");
        def.define(
                USER,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                USER_DOC,
                GROUP,
                2,
                Width.MEDIUM,
                "User");
        def.define(
                PASSWORD,
                ConfigDef.Type.PASSWORD,
                "",
                Importance.HIGH,
                PASSWORD_DOC,
                GROUP,
                3,
                Width.MEDIUM,
                "Password");
        def.define(
                CONNECT_TIMEOUT,
                ConfigDef.Type.INT,
                10_000,
                Range.between(1, 600_000),
                Importance.LOW,
                CONNECT_DOC,
                GROUP,
                4,
                Width.SHORT,
                "Connect time-out (ms)");
        def.define(
                SOCKET_TIMEOUT,
                ConfigDef.Type.INT,
                30_000,
                Range.between(1, 600_000),
                Importance.LOW,
                SOCKET_DOC,
                GROUP,
                5,
                Width.SHORT,
                "Answer time-out (ms)");
    }

    public static DatabaseConfig of(AbstractConfig config) {
        return new DatabaseConfig(
                config.getString(URL),
                config.getString(USER),
                config.getPassword(PASSWORD),
                Duration.ofMillis(config.getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(SOCKET_TIMEOUT)));
    }

    /** The database in messages: its URL without the parameters. */
    public String displayName() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Refuses without repeating the value, which may hold a password. */
    private static void checkUrl(String name, Object value) {
        String url = (String) value;
        if (url == null || !url.startsWith(SCHEME)) {
            throw new ConfigException(
                    name + " must start with " + SCHEME + ", as in jdbc:mysql://host:3306/pinterest_data.");
        }
        if (CREDENTIALS.matcher(decoded(name, url)).find()) {
            throw new ConfigException(name + " must not hold credentials, because URLs are shown and logged: use "
                    + USER + " and " + PASSWORD + ".");
        }
    }

    private static String decoded(String name, String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(
                    name + " has a % that is not followed by two hex digits; write %25 for a percent " + "sign.");
        }
    }
}
