package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.connection.Connections;
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
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading from a real MariaDB. */
class PostingDatabaseIT {
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
                "CREATE TABLE types (id INT UNSIGNED PRIMARY KEY, tiny TINYINT(1), big BIGINT UNSIGNED, price "
                        + "DECIMAL(8,2), f FLOAT, d DOUBLE, latin TEXT CHARACTER SET latin1, kind ENUM('a','b'), "
                        + "day DATE, at DATETIME(3), instant TIMESTAMP NULL)",
                "SET time_zone = '+02:00'",
                "INSERT INTO types VALUES (4000000000, 127, 18446744073709551615, 1.50, 1.2345678, 0.1, 'é', 'b', "
                        + "'2020-02-29', '2020-08-28 03:52:47.120', '2020-08-28 03:52:47')",
                "INSERT INTO types (id) VALUES (1)",
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

    private static PostingDatabase open(ValueFormat format, PostingTable... tables) {
        DatabaseConfig config = new DatabaseConfig(
                server.jdbcUrl(),
                server.user(),
                new Password(server.password()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        return new PostingDatabase(config, List.of(tables), format.with(TypeChoices.preset()));
    }

    private static String text(Object json) {
        return new String((byte[]) json, StandardCharsets.UTF_8);
    }

    @Test
    void readsRowsByKeyAndLeavesOutWhatIsNotThere() throws SQLException {
        try (PostingDatabase database = open(
                ValueFormat.JSON, new PostingTable("a", "odd`name", "IN DEX"), new PostingTable("b", "types", "id"))) {
            assertThat(database.keyRange()).isEqualTo(new KeyRange(-5, 4_000_000_000L));

            PostingRows rows = database.read(new long[] {900, 900, 1, 77});

            assertThat(text(rows.value(0, 900))).isEqualTo("{\"in dex\":900,\"sel`ect\":\"nine\"}");
            assertThat(LongStream.of(900, 1, 77).mapToInt(rows::tablesWith)).containsExactly(1, 1, 0);
            assertThat(rows.has(1, 1)).isTrue();
            assertThat(rows.has(0, 1)).isFalse();
        }
    }

    @Test
    void writesEveryTypeAsJson() throws SQLException {
        try (PostingDatabase database = open(ValueFormat.JSON, new PostingTable("b", "types", "id"))) {
            assertThat(text(database.read(new long[] {4_000_000_000L}).value(0, 4_000_000_000L)))
                    .isEqualTo("{\"id\":4000000000,\"tiny\":127,\"big\":18446744073709551615,\"price\":1.50,"
                            + "\"f\":1.2345678,\"d\":0.1,\"latin\":\"é\",\"kind\":\"b\",\"day\":\"2020-02-29\","
                            + "\"at\":\"2020-08-28T03:52:47.12\",\"instant\":\"2020-08-28T01:52:47Z\"}");
        }
    }

    @Test
    void readsEveryTypeIntoAStruct() throws SQLException {
        try (PostingDatabase database = open(ValueFormat.STRUCT, new PostingTable("b", "types", "id"))) {
            PostingRows rows = database.read(new long[] {1, 4_000_000_000L});
            Struct full = (Struct) rows.value(0, 4_000_000_000L);
            Struct empty = (Struct) rows.value(0, 1);

            full.validate();
            empty.validate();
            assertThat(rows.schema(0).field("id").schema()).isEqualTo(Schema.INT64_SCHEMA);
            assertThat(full.getInt8("tiny")).isEqualTo((byte) 127);
            assertThat(full.get("big")).hasToString("18446744073709551615");
            assertThat(full.get("price")).hasToString("1.50");
            assertThat(full.getFloat32("f")).isEqualTo(1.2345678f);
            assertThat(full.getString("latin")).isEqualTo("é");
            assertThat(empty.getInt8("tiny")).isNull();
            assertThat(empty.getString("instant")).isNull();
        }
    }

    @Test
    void looksUpAnyNumberOfKeys() throws SQLException {
        try (PostingDatabase database = open(ValueFormat.JSON, new PostingTable("c", "counted", "id"))) {
            for (int count : new int[] {1, 2, 3, 511, 512, 513, 2000}) {
                long[] keys = LongStream.range(0, count).toArray();
                PostingRows rows = database.read(keys);

                assertThat(LongStream.of(keys)
                                .allMatch(key -> text(rows.value(0, key)).equals("{\"id\":" + key + "}")))
                        .as("%d keys", count)
                        .isTrue();
            }
        }
    }

    @Test
    void connectsAgainAfterTheConnectionWasKilled() throws SQLException {
        try (PostingDatabase database = open(ValueFormat.JSON, new PostingTable("a", "odd`name", "in dex"))) {
            database.keyRange();
            execute("BEGIN NOT ATOMIC FOR c IN (SELECT id FROM information_schema.processlist "
                    + "WHERE id <> CONNECTION_ID() AND user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1)) "
                    + "DO KILL c.id; END FOR; END");

            assertThatThrownBy(() -> database.read(new long[] {900}))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.TRANSIENT));
            assertThat(database.read(new long[] {900}).tablesWith(900)).isEqualTo(1);
        }
    }

    @Test
    void writesNothing() throws SQLException {
        try (Connection connection = new Connections(new DatabaseConfig(
                                server.jdbcUrl(),
                                server.user(),
                                new Password(server.password()),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5)))
                        .open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM counted")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesToSampleFromNothing() {
        try (PostingDatabase database = open(ValueFormat.JSON, new PostingTable("n", "nothing", "id"))) {
            assertThatThrownBy(database::keyRange)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("are empty. Load rows");
        }
    }
}
