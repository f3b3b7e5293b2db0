package dev.pinflow.connect.rds;

import dev.pinflow.stack.mariadb.MariaDbServer;
import java.sql.SQLException;

/** The three tables with the keys 0, 1, 2 and so on, and a row for each of them in every table. */
final class PostingTables {
    private static final int ROWS_PER_STATEMENT = 500_000;

    private PostingTables() {}

    /** @param textLength how long the pins' descriptions are, in bytes */
    static void create(MariaDbServer database, int rows, int textLength) throws SQLException {
        SmallTables.execute(
                database,
                "CREATE TABLE pinterest_data (`index` BIGINT PRIMARY KEY, description TEXT)",
                "CREATE TABLE geolocation_data (ind BIGINT PRIMARY KEY, timestamp DATETIME, country TEXT)",
                "CREATE TABLE user_data (ind BIGINT PRIMARY KEY, first_name TEXT, age BIGINT)");
        for (int from = 0; from < rows; from += ROWS_PER_STATEMENT) {
            String sequence = "seq_%d_to_%d".formatted(from, Math.min(from + ROWS_PER_STATEMENT, rows) - 1);
            SmallTables.execute(
                    database,
                    "INSERT INTO pinterest_data SELECT seq, RPAD(seq, %d, ' post') FROM %s"
                            .formatted(textLength, sequence),
                    "INSERT INTO geolocation_data SELECT seq, '2020-08-28 03:52:47', 'Albania' FROM " + sequence,
                    "INSERT INTO user_data SELECT seq, 'Abigail', 20 + seq MOD 40 FROM " + sequence);
        }
    }
}
