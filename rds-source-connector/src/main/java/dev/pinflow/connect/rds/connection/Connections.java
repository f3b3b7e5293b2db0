package dev.pinflow.connect.rds.connection;

import com.mysql.cj.jdbc.Driver;
import dev.pinflow.connect.rds.credentials.Credentials;
import dev.pinflow.connect.rds.credentials.CredentialsProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;

/**
 * Opens read-only connections whose values do not depend on the server's or this machine's settings. For one thread.
 */
public final class Connections implements AutoCloseable {
    /** Parameters of the driver that are the same for every database. */
    static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("tcpKeepAlive", "true"),
            // Else the driver sets and resets net_write_timeout around each page: two more round trips.
            Map.entry("netTimeoutForStreamingResults", "0"),
            // Binary rows: the text protocol cuts a FLOAT to six digits.
            Map.entry("useServerPrepStmts", "true"),
            Map.entry("emulateUnsupportedPstmts", "false"),
            Map.entry("characterEncoding", "UTF-8"),
            Map.entry("characterSetResults", "UTF-8"),
            Map.entry("connectionTimeZone", "+00:00"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("zeroDateTimeBehavior", "CONVERT_TO_NULL"),
            // Tells TINYINT(1) apart from other integers in the metadata; its values can still be read as they are.
            Map.entry("tinyInt1isBit", "true"),
            Map.entry("transformedBitIsBoolean", "true"),
            Map.entry("yearIsDateType", "false"));

    private final DatabaseConfig config;
    private final CredentialsProvider provider;

    /** @throws org.apache.kafka.common.config.ConfigException if the credentials provider cannot be made */
    public Connections(DatabaseConfig config) {
        this.config = config;
        this.provider = config.credentials().provider();
    }

    /**
     * A new connection, with credentials asked for anew.
     *
     * @throws ConnectException if the driver is missing or the credentials provider has failed for good
     */
    public Connection open() throws SQLException {
        Connection connection = connect(properties(credentials()));
        if (connection == null) {
            throw new SQLNonTransientException("The driver does not know the form of " + config.displayName());
        }
        try {
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException unusable) {
            connection.close();
            throw unusable;
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        try {
            // The driver's own class instead of DriverManager, which sees other plugins' class loaders or none.
            return new Driver().connect(config.url(), properties);
        } catch (SQLException failure) {
            throw TlsFailure.explained(config.tls(), failure);
        } catch (NoClassDefFoundError missing) {
            throw new ConnectException(MissingDriver.MESSAGE, missing);
        }
    }

    private Credentials credentials() throws SQLException {
        try {
            return provider.credentials();
        } catch (RetriableException failure) {
            throw new SQLTransientConnectionException(failure.getMessage(), failure);
        }
    }

    private Properties properties(Credentials credentials) {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.putAll(config.tls().driverProperties());
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password().value());
        properties.setProperty(
                "connectTimeout", Long.toString(config.connectTimeout().toMillis()));
        properties.setProperty(
                "socketTimeout", Long.toString(config.socketTimeout().toMillis()));
        return properties;
    }

    /** Leaves the credentials provider; connections that are open stay so. */
    @Override
    public void close() {
        provider.close();
    }
}
