package dev.pinflow.connect.rds;

import dev.pinflow.stack.mariadb.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The three tables with the keys 0 to 29, but 7 and 8 in none of them and 12 not in geolocation_data.
 */
public final class SmallTables {
    public static final List<Integer> POSTED = IntStream.range(0, 30)
            .filter(key -> key != 7 && key != 8 && key != 12)
            .boxed()
            .toList();

    private SmallTables() {}

    public static void create(MariaDbServer database) throws SQLException {
        execute(
                database,
                "CREATE TABLE pinterest_data (`index` BIGINT PRIMARY KEY, title TEXT, downloaded BIGINT)",
                "CREATE TABLE geolocation_data (ind BIGINT PRIMARY KEY, timestamp DATETIME, latitude FLOAT, "
                        + "longitude FLOAT, country TEXT)",
                "CREATE TABLE user_data (ind BIGINT PRIMARY KEY, first_name TEXT, age BIGINT, date_joined DATETIME)",
                "INSERT INTO pinterest_data SELECT seq, CONCAT('post ', seq), 1 FROM seq_0_to_29 "
                        + "WHERE seq NOT IN (7, 8)",
                "INSERT INTO geolocation_data SELECT seq, '2020-08-28 03:52:47', -42.0773, -163.698, 'Albania' "
                        + "FROM seq_0_to_29 WHERE seq NOT IN (7, 8, 12)",
                "INSERT INTO user_data SELECT seq, 'Abigail', 20 + seq, '2015-11-24 02:15:36' FROM seq_0_to_29 "
                        + "WHERE seq NOT IN (7, 8)",
                "UPDATE pinterest_data SET title = 'caf\u00e9\u00a0\ud83d\ude00 \"new\nline\"', downloaded = NULL "
                        + "WHERE `index` = 3",
                "CREATE TABLE classic_posts SELECT seq AS `index`, CONCAT('post ', seq) AS title FROM seq_0_to_11000",
                "ALTER TABLE classic_posts MODIFY `index` BIGINT PRIMARY KEY");
    }

    public static void execute(MariaDbServer database, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
