package dev.pinflow.cli.seed;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach a MySQL or MariaDB database.
 *
 * @param jdbcUrl {@code jdbc:mysql://host:port/database}, with the driver's parameters if need be
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {
    private static final String CONNECT_TIMEOUT_MS = "10000";

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
        Connection connection = new Driver().connect(jdbcUrl, properties);
        if (connection == null) {
            throw new SQLException("the address does not begin with jdbc:mysql://");
        }
        return connection;
    }

    /** The address without what may be secret: user, password and parameters. */
    String place() {
        return jdbcUrl.replaceFirst("\\?.*$", "").replaceFirst("//[^/]*@", "//");
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + place() + ", user " + user + "]";
    }
}
