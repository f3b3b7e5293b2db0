package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.record.TypeChoices;
import dev.pinflow.connect.rds.record.ValueFormat;
import dev.pinflow.connect.rds.retry.SqlFailure;
import dev.pinflow.connect.rds.sampling.KeyRange;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading from a real MariaDB. */
class OpenTablesIT {
    @TempDir
    private static Path folder;

    private static MariaDbServer server;

    @BeforeAll
    static void startServer() throws SQLException {
        server = new MariaDbServer(folder.resolve("mariadb"), 0);
        server.start();
        execute(
                "CREATE TABLE `odd``name` (`in dex` BIGINT PRIMARY KEY, `sel``ect` TEXT)",
                "INSERT INTO `odd``name` VALUES (-5, 'minus'), (900, 'nine')",
                "CREATE TABLE wide (id INT UNSIGNED PRIMARY KEY, title TEXT, at DATETIME, shape GEOMETRY)",
                "INSERT INTO wide VALUES (4000000000, 'last', '2020-08-28 03:52:47', NULL), (1, NULL, NULL, NULL)",
                "CREATE TABLE counted SELECT seq AS id FROM seq_0_to_1999",
                "CREATE TABLE nothing (id BIGINT PRIMARY KEY)");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Options as a user writes them, besides those of the database. */
    private static OpenTables open(Map<String, String> options) throws SQLException {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        TablesConfig.define(def);
        Map<String, String> all = new HashMap<>(options);
        all.put(DatabaseConfig.URL, server.jdbcUrl());
        all.put(DatabaseConfig.USER, server.user());
        all.put(DatabaseConfig.PASSWORD, server.password());
        AbstractConfig parsed = new AbstractConfig(def, all, false);
        return OpenTables.open(
                DatabaseConfig.of(parsed),
                TablesConfig.of(parsed).tables(),
                ValueFormat.JSON.with(TypeChoices.preset()),
                false);
    }

    private static OpenTables open(String tables) throws SQLException {
        return open(Map.of("tables", tables));
    }

    private static String text(Object json) {
        return new String((byte[]) json, StandardCharsets.UTF_8);
    }

    @Test
    void readsRowsByKeyAndLeavesOutWhatIsNotThere() throws SQLException {
        try (OpenTables tables = open(Map.of("tables", "a:odd`name:IN DEX,b:wide:id", "columns", "b.title"))) {
            assertThat(tables.keyRange()).isEqualTo(new KeyRange(-5, 4_000_000_000L));

            Map<Long, Object> odd = tables.readers().get(0).lookUp(new long[] {900, 1, 77});

            assertThat(odd).containsOnlyKeys(900L);
            assertThat(text(odd.get(900L))).isEqualTo("{\"in dex\":900,\"sel`ect\":\"nine\"}");
            assertThat(tables.readers().get(1).lookUp(new long[] {900, 1, 77})).containsOnlyKeys(1L);
        }
    }

    @Test
    void readsTheListedColumnsInTableOrder() throws SQLException {
        try (OpenTables tables = open(Map.of("tables", "b:wide:ID", "columns", "b.AT,b.title"))) {
            assertThat(text(tables.readers()
                            .get(0)
                            .lookUp(new long[] {4_000_000_000L})
                            .get(4_000_000_000L)))
                    .isEqualTo("{\"id\":4000000000,\"title\":\"last\",\"at\":\"2020-08-28T03:52:47\"}");
        }
    }

    @Test
    void namesAListedColumnThatTheTableLacks() {
        assertThatThrownBy(() -> open(Map.of("tables", "b:wide:id", "columns", "b.titel")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("no column titel, but id, title, at, shape");
    }

    @Test
    void looksUpAnyNumberOfKeys() throws SQLException {
        try (OpenTables tables = open("c:counted:id")) {
            for (int count : new int[] {1, 2, 3, 511, 512, 513, 2000}) {
                long[] keys = LongStream.range(0, count).toArray();
                Map<Long, Object> rows = tables.readers().get(0).lookUp(keys);

                assertThat(LongStream.of(keys)
                                .allMatch(key -> text(rows.get(key)).equals("{\"id\":" + key + "}")))
                        .as("%d keys", count)
                        .isTrue();
            }
        }
    }

    /** Everything in pages of different sizes, from different starts. */
    @Test
    void aCursorReadsPagesInKeyOrder() throws SQLException {
        try (OpenTables tables = open("c:counted:id")) {
            TableCursor cursor = tables.readers().get(0).cursor(new RowSelection(5, 1995, 8, List.of()));
            for (int rows : new int[] {1, 7, 100, 5000}) {
                cursor.seek(1000);
                assertThat(keys(cursor, rows))
                        .as("pages of %d", rows)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1000, 1995).boxed().toList());
            }
            cursor.seek(1996);
            assertThat(keys(cursor, 10)).isEmpty();
        }
    }

    @Test
    void aCursorReadsTheWantedRemaindersOnly() throws SQLException {
        try (OpenTables tables = open("c:counted:id")) {
            TableCursor cursor = tables.readers().get(0).cursor(new RowSelection(5, 40, 8, List.of(0, 3)));

            assertThat(keys(cursor, 4)).containsExactly(5L, 8L, 13L, 16L, 21L, 24L, 29L, 32L, 37L, 40L);
        }
    }

    private static List<Long> keys(TableCursor cursor, int pageRows) throws SQLException {
        List<Long> keys = new ArrayList<>();
        while (cursor.hasRow(pageRows)) {
            assertThat(text(cursor.value())).isEqualTo("{\"id\":" + cursor.key() + "}");
            keys.add(cursor.key());
            cursor.next();
        }
        return keys;
    }

    @Test
    void theFingerprintIsThatOfTheContents() throws SQLException {
        execute(
                "CREATE TABLE edited (id BIGINT PRIMARY KEY, title TEXT)",
                "INSERT INTO edited VALUES (3, 'a'), (7, NULL), (90, '')");
        String before;
        try (OpenTables tables = open("a:edited:id,c:counted:id")) {
            before = tables.fingerprint().toString();
            assertThat(before).matches("a=3\\.\\.90#[0-9a-f]+ c=0\\.\\.1999#[0-9a-f]+");
            assertThat(tables.fingerprint().changedSince(before)).isEmpty();
        }
        for (String change : List.of(
                "UPDATE edited SET title = 'b' WHERE id = 3",
                "UPDATE edited SET title = '' WHERE id = 7",
                "INSERT INTO edited VALUES (91, 'more')",
                "ALTER TABLE edited MODIFY title VARCHAR(99) NOT NULL")) {
            execute(change);
            try (OpenTables tables = open("a:edited:id,c:counted:id")) {
                assertThat(tables.fingerprint().changedSince(before)).as(change).containsExactly("a");
                before = tables.fingerprint().toString();
            }
        }
    }

    @Test
    void failsInAWayThatTimeMendsWhenTheConnectionWasKilled() throws SQLException {
        try (OpenTables tables = open("a:odd`name:in dex")) {
            execute("BEGIN NOT ATOMIC FOR c IN (SELECT id FROM information_schema.processlist "
                    + "WHERE id <> CONNECTION_ID() AND user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1)) "
                    + "DO KILL c.id; END FOR; END");

            assertThatThrownBy(tables::keyRange)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.TRANSIENT));
        }
        try (OpenTables again = open("a:odd`name:in dex")) {
            assertThat(again.keyRange()).isEqualTo(new KeyRange(-5, 900));
        }
    }

    @Test
    void refusesToSampleFromNothing() throws SQLException {
        try (OpenTables tables = open("n:nothing:id")) {
            assertThatThrownBy(tables::keyRange)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("are empty. Load rows");
        }
    }
}
