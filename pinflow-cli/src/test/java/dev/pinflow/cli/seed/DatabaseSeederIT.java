package dev.pinflow.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSeederIT {
    private static MariaDbServer server;
    private static DatabaseAccess access;

    private final List<String> progress = new ArrayList<>();
    private final DatabaseSeeder seeder = new DatabaseSeeder(
            access, (table, done, total) -> progress.add(table.tableName() + " " + done + "/" + total));

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer(@TempDir Path data) {
        server = new MariaDbServer(data.resolve("mariadb"), 0);
        server.start();
        access = new DatabaseAccess(server.jdbcUrl(), server.user(), server.password());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void dropTables() throws SQLException {
        for (SourceTable table : SourceTable.values()) {
            execute("DROP TABLE IF EXISTS " + table.tableName());
        }
    }

    @Test
    void loadsTheFullDataSetUnchanged() throws SQLException {
        PostSource source = sample(SamplePosts.FULL_COUNT);
        assertThat(seeder.load(source, ExistingRows.KEEP_OUT_OF_OTHERS))
                .containsExactly(
                        Map.entry(SourceTable.PINTEREST_DATA, 11_154L),
                        Map.entry(SourceTable.GEOLOCATION_DATA, 11_154L),
                        Map.entry(SourceTable.USER_DATA, 11_154L));
        for (SourceTable table : SourceTable.values()) {
            assertThat(stored(table)).isEqualTo(expected(source, table));
        }
        assertThat(progress)
                .contains("pinterest_data 1000/11154", "pinterest_data 11154/11154", "user_data 11154/11154")
                .hasSize(36);
    }

    @Test
    void createsTheTablesWithTheColumnTypesOfTheContract() throws SQLException {
        seeder.load(sample(1), ExistingRows.KEEP_OUT_OF_OTHERS);
        assertThat(columnTypes("geolocation_data"))
                .containsExactly(
                        "ind bigint(20) PRI",
                        "timestamp datetime",
                        "latitude float",
                        "longitude float",
                        "country text");
        assertThat(columnTypes("pinterest_data")).hasSize(12).contains("index bigint(20) PRI", "title text");
    }

    @Test
    void replacesTheRowsOfTheSamePosts() throws SQLException {
        seeder.load(sample(20), ExistingRows.KEEP_OUT_OF_OTHERS);
        PostSource others = PostSource.sample(new SamplePosts(7, 20));
        seeder.load(others, ExistingRows.KEEP_OUT_OF_OTHERS);
        assertThat(stored(SourceTable.USER_DATA)).isEqualTo(expected(others, SourceTable.USER_DATA));
    }

    @Test
    void refusesToMixWithOtherRows() throws SQLException {
        seeder.load(sample(20), ExistingRows.KEEP_OUT_OF_OTHERS);
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> seeder.load(sample(19), ExistingRows.KEEP_OUT_OF_OTHERS))
                .withMessage(
                        "Table pinterest_data already holds rows that are not among those to load, such as index 19:"
                                + " use --replace to empty the three tables first, or choose another database.");
        assertThat(stored(SourceTable.PINTEREST_DATA)).hasSize(20);
    }

    @Test
    void emptiesTheTablesFirstWhenAsked() throws SQLException {
        seeder.load(sample(20), ExistingRows.KEEP_OUT_OF_OTHERS);
        seeder.load(sample(5), ExistingRows.EMPTY_FIRST);
        assertThat(stored(SourceTable.PINTEREST_DATA)).hasSize(5);
    }

    @Test
    void refusesToDoubleRowsOfATableWithoutKey() throws SQLException {
        execute(
                "CREATE TABLE user_data (ind BIGINT, first_name TEXT, last_name TEXT, age BIGINT, date_joined DATETIME)");
        execute("INSERT INTO user_data (ind) VALUES (3)");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> seeder.load(sample(20), ExistingRows.KEEP_OUT_OF_OTHERS))
                .withMessageStartingWith("Table user_data holds rows but has no primary key on ind");
        seeder.load(sample(20), ExistingRows.EMPTY_FIRST);
        assertThat(stored(SourceTable.USER_DATA)).hasSize(20);
    }

    @Test
    void leavesTheTablesAsTheyWereWhenARowIsRefused() throws SQLException {
        seeder.load(sample(20), ExistingRows.KEEP_OUT_OF_OTHERS);
        execute("ALTER TABLE user_data ADD CONSTRAINT few CHECK (ind < 25)");
        List<List<Object>> before = stored(SourceTable.PINTEREST_DATA);
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> seeder.load(PostSource.sample(new SamplePosts(7, 30)), ExistingRows.EMPTY_FIRST))
                .withMessageContaining("CONSTRAINT `few` failed");
        assertThat(stored(SourceTable.PINTEREST_DATA)).isEqualTo(before);
    }

    @Test
    void loadsFilesAsTheyStand() throws SQLException, IOException {
        Files.writeString(
                folder.resolve("pin.jsonl"),
                "{\"index\":3,\"title\":\" a\\nb\\\\ 'x' \\u0000\\ud83d\\ude0d\\u00a0\",\"follower_count\":12}\n");
        Files.writeString(
                folder.resolve("geo.jsonl"),
                "{\"ind\":3,\"timestamp\":\"2020:08:28 03:52:47\",\"latitude\":-88.8298,\"longitude\":-170.188}\n");
        Files.writeString(folder.resolve("user.jsonl"), "");
        seeder.load(PostSource.folder(folder), ExistingRows.KEEP_OUT_OF_OTHERS);
        assertThat(stored(SourceTable.PINTEREST_DATA))
                .containsExactly(Arrays.asList(
                        3L, null, " a\nb\\ 'x' \0😍\u00a0", null, null, "12", null, null, null, null, null, null));
        assertThat(stored(SourceTable.GEOLOCATION_DATA))
                .containsExactly(Arrays.asList(3L, "2020-08-28 03:52:47", -88.8298f, -170.188f, null));
        assertThat(progress).contains("user_data 0/0");
    }

    @Test
    void saysWhyTheServerRefusedTheUser() {
        DatabaseAccess stranger = new DatabaseAccess(server.jdbcUrl(), "stranger", "hush");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> new DatabaseSeeder(stranger, SeedProgress.SILENT)
                        .load(sample(1), ExistingRows.KEEP_OUT_OF_OTHERS))
                .withMessageContaining("Access denied for user 'stranger'")
                .withMessageNotContaining("hush");
    }

    @Test
    void asksForADatabaseName() {
        String url = server.jdbcUrl().replace("/pinterest_data", "/");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> new DatabaseSeeder(
                                new DatabaseAccess(url, server.user(), server.password()), SeedProgress.SILENT)
                        .load(sample(1), ExistingRows.KEEP_OUT_OF_OTHERS))
                .withMessageContaining("names no database");
    }

    private static PostSource sample(int count) {
        return PostSource.sample(new SamplePosts(SamplePosts.DEFAULT_SEED, count));
    }

    private static List<List<Object>> expected(PostSource source, SourceTable table) {
        try (Stream<TableRow> rows = source.open(table)) {
            return rows.map(TableRow::cells).toList();
        }
    }

    private static List<List<Object>> stored(SourceTable table) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table.tableName() + " ORDER BY 1")) {
            List<List<Object>> stored = new ArrayList<>();
            while (rows.next()) {
                Object[] cells = new Object[table.types().size()];
                for (int place = 0; place < cells.length; place++) {
                    cells[place] = cell(rows, place + 1, table.types().get(place));
                }
                stored.add(Arrays.asList(cells));
            }
            return stored;
        }
    }

    private static Object cell(ResultSet rows, int place, ColumnType type) throws SQLException {
        Object value = type == ColumnType.DATE_TIME ? rows.getString(place) : rows.getObject(place);
        return type == ColumnType.FLOAT && value != null ? (Object) rows.getFloat(place) : value;
    }

    private static List<String> columnTypes(String table) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW COLUMNS FROM " + table)) {
            List<String> types = new ArrayList<>();
            while (rows.next()) {
                types.add((rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(4)).strip());
            }
            return types;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
