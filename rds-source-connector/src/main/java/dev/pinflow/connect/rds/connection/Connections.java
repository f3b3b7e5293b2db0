package dev.pinflow.connect.rds.connection;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.Properties;

/** Opens read-only connections whose values do not depend on the server's or this machine's settings. */
public final class Connections {
    private final DatabaseConfig config;

    public Connections(DatabaseConfig config) {
        this.config = config;
    }

    public Connection open() throws SQLException {
        // The driver's own class instead of DriverManager, which sees other plugins' class loaders or none.
        Connection connection = new Driver().connect(config.url(), properties());
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

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", config.user());
        properties.setProperty("password", config.password().value());
        properties.setProperty(
                "connectTimeout", Long.toString(config.connectTimeout().toMillis()));
        properties.setProperty(
                "socketTimeout", Long.toString(config.socketTimeout().toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        // Binary rows: the text protocol cuts a FLOAT to six digits.
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("emulateUnsupportedPstmts", "false");
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("characterSetResults", "UTF-8");
        properties.setProperty("connectionTimeZone", "+00:00");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("zeroDateTimeBehavior", "CONVERT_TO_NULL");
        // Tells TINYINT(1) apart from other integers in the metadata; its values can still be read as they are.
        properties.setProperty("tinyInt1isBit", "true");
        properties.setProperty("transformedBitIsBoolean", "true");
        properties.setProperty("yearIsDateType", "false");
        return properties;
    }
}
