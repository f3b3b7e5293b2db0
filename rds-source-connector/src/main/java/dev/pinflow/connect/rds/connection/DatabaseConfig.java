package dev.pinflow.connect.rds.connection;

import dev.pinflow.connect.rds.credentials.CredentialsConfig;
import dev.pinflow.connect.rds.credentials.CredentialsProvider;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * @param tls how the way there is protected
 * @param credentials where logins come from
 */
public record DatabaseConfig(
        String url, Duration connectTimeout, Duration socketTimeout, TlsConfig tls, CredentialsConfig credentials) {
    public static final String URL = CredentialsConfig.URL;
    public static final String USER = CredentialsConfig.USER;
    public static final String PASSWORD = CredentialsConfig.PASSWORD;
    public static final String CONNECT_TIMEOUT = "connection.connect.timeout.ms";
    public static final String SOCKET_TIMEOUT = "connection.socket.timeout.ms";

    private static final String GROUP = "Database";

    private static final String URL_DOC = "The JDBC URL of the MySQL or MariaDB database that holds the tables, such "
            + "as jdbc:mysql://host:3306/pinterest_data. Credentials inside it are refused.";
    private static final String USER_DOC = "The database user. It needs the SELECT privilege on the tables.";
    private static final String PASSWORD_DOC = "The user's password; take it from a config provider.";
    private static final String CONNECT_DOC = "How long opening a connection may take, in milliseconds.";
    private static final String SOCKET_DOC = "How long an answer of the database may take, in milliseconds.";

    /** With a login of the configuration's own, encrypted where the server can. */
    public DatabaseConfig(String url, String user, Password password, Duration connectTimeout, Duration socketTimeout) {
        this(
                url,
                connectTimeout,
                socketTimeout,
                TlsConfig.of(TlsMode.PREFERRED),
                CredentialsConfig.of(url, user, password));
    }

    public static void define(ConfigDef def) {
        def.define(
                URL,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new UrlRules(),
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
        TlsConfig.define(def);
        CredentialsConfig.define(def);
    }

    public static DatabaseConfig of(AbstractConfig config) {
        return new DatabaseConfig(
                config.getString(URL),
                Duration.ofMillis(config.getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(SOCKET_TIMEOUT)),
                TlsConfig.of(config),
                CredentialsConfig.of(config));
    }

    /**
     * What does not fit together; found without asking the database. Opens files and makes a credentials provider, which may
     * take its time.
     */
    public List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>(tls.problems());
        try (CredentialsProvider provider = credentials.provider()) {
            if (provider.needsEncryption() && !tls.mode().alwaysEncrypts()) {
                problems.add(new ConfigProblem(
                        TlsConfig.MODE,
                        TlsConfig.MODE + " " + tls.mode().option() + " may send the login of "
                                + credentials.providerClass().getSimpleName() + " unencrypted: set it to required, "
                                + "verify-ca or verify-identity."));
            }
        } catch (ConfigException unusable) {
            problems.add(credentials.problem(unusable));
        } catch (RuntimeException | LinkageError defect) {
            problems.add(credentials.defect(defect));
        }
        return problems;
    }

    /** The same database with no time-out longer than {@code limit}. */
    public DatabaseConfig within(Duration limit) {
        return new DatabaseConfig(url, least(connectTimeout, limit), least(socketTimeout, limit), tls, credentials);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The database in messages: its URL without the parameters. */
    public String displayName() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
