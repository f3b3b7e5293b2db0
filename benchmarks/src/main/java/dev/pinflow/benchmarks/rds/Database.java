package dev.pinflow.benchmarks.rds;

import dev.pinflow.benchmarks.stage.Progress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The database that everything under test reads.
 *
 * @param address host and port
 * @param rows how many rows each table has, with the keys from 0 up
 */
record Database(String address, String user, String password, long rows) {
    static final String NAME = "pinterest_data";

    private static final long ROWS_PER_INSERT = 50_000;

    String url() {
        return "jdbc:mysql://%s/%s".formatted(address, NAME);
    }

    String host() {
        return address.substring(0, address.indexOf(':'));
    }

    String port() {
        return address.substring(address.indexOf(':') + 1);
    }

    /** As arguments for a program in a JVM of its own, which makes it whole again with {@link #ofArguments}. */
    List<String> arguments() {
        return List.of(address, user, password, Long.toString(rows));
    }

    static Database ofArguments(List<String> arguments) {
        return new Database(arguments.get(0), arguments.get(1), arguments.get(2), Long.parseLong(arguments.get(3)));
    }

    /** A connection that reads rows in binary form, as floats are exact only there. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("connectionTimeZone", "+00:00");
        return DriverManager.getConnection(url(), properties);
    }

    /** Makes and fills the tables unless they have these many rows already. */
    void load(Progress progress) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (isLoaded(statement)) {
                progress.say("the tables are there from an earlier run");
                return;
            }
            statement.execute("SET SESSION sql_log_bin = 0");
            statement.execute("SET SESSION sql_mode = ''");
            for (PostTable table : PostTable.values()) {
                statement.execute(table.creation());
                for (long first = 0; first < rows; first += ROWS_PER_INSERT) {
                    statement.execute(table.insertion(first, Math.min(rows, first + ROWS_PER_INSERT) - 1));
                    progress.say("%s: %,d of %,d rows", table.table(), Math.min(rows, first + ROWS_PER_INSERT), rows);
                }
                statement.execute("ANALYZE TABLE " + table.table());
            }
        }
    }

    private boolean isLoaded(Statement statement) throws SQLException {
        for (PostTable table : PostTable.values()) {
            String count = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '%s' "
                    + "AND table_name = '%s'";
            if (number(statement, count.formatted(NAME, table.table())) == 0
                    || number(statement, "SELECT COUNT(*) FROM " + table.table()) != rows) {
                return false;
            }
        }
        return true;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
