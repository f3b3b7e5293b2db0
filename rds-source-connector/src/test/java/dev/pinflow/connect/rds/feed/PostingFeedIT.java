package dev.pinflow.connect.rds.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.SmallTables;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.offset.TaskStrides;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.record.TypeChoices;
import dev.pinflow.connect.rds.record.ValueFormat;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.nio.file.Path;
import java.sql.SQLException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds over a real MariaDB. */
class PostingFeedIT {
    private static final long ENDLESS = Long.MAX_VALUE;

    @TempDir
    private static Path folder;

    private static MariaDbServer server;

    private final Map<Map<String, String>, Map<String, Object>> stored = new HashMap<>();

    @BeforeAll
    static void startServer() throws SQLException {
        server = new MariaDbServer(folder.resolve("mariadb"), 0);
        server.start();
        SmallTables.create(server);
        SmallTables.execute(
                server,
                "CREATE TABLE sparse_a (id BIGINT PRIMARY KEY, a INT)",
                "CREATE TABLE sparse_b (id BIGINT UNSIGNED PRIMARY KEY, b INT)",
                "INSERT INTO sparse_a VALUES (10, 1), (11, 2), (1000000000000, 3), (4000000000000000000, 4)",
                "INSERT INTO sparse_b VALUES (10, 1), (12, 2), (1000000000000, 3), (4000000000000000000, 4)",
                "CREATE TABLE changing (id BIGINT PRIMARY KEY, a INT)",
                "INSERT INTO changing VALUES (1, 1), (2, 2)");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static FeedOpener opener(Map<String, String> options, long max, boolean unlimited) {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        TablesConfig.define(def);
        SamplingConfig.define(def);
        Map<String, String> all = new HashMap<>(options);
        all.put(DatabaseConfig.URL, server.jdbcUrl());
        all.put(DatabaseConfig.USER, server.user());
        all.put(DatabaseConfig.PASSWORD, server.password());
        AbstractConfig parsed = new AbstractConfig(def, all, false);
        return new FeedOpener(
                DatabaseConfig.of(parsed),
                TablesConfig.of(parsed),
                ValueFormat.JSON.with(TypeChoices.preset()),
                SamplingConfig.of(parsed),
                max,
                unlimited);
    }

    private Strides strides(String taskStrides) {
        return Strides.resume(taskStrides, "user-1", partitions -> stored);
    }

    private static List<Posting> drain(PostingFeed feed, Strides strides, int atMost) throws SQLException {
        List<Posting> postings = new ArrayList<>();
        while (strides.peek() < feed.length()) {
            postings.addAll(feed.next(atMost));
        }
        return postings;
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, true", "100, true", "1, false", "7, false"})
    void aSweepPostsEveryKeyOnceOverAnyTasks(int atMost, boolean unlimited) throws SQLException {
        for (int tasks : new int[] {1, 2, 3, 8}) {
            List<Long> complete = new ArrayList<>();
            List<Long> incomplete = new ArrayList<>();
            long empty = 0;
            for (String division : TaskStrides.divide(tasks)) {
                Strides strides = strides(division);
                try (PostingFeed feed = opener(Map.of(), ENDLESS, unlimited).open(strides)) {
                    List<Posting> postings = drain(feed, strides, atMost);
                    assertThat(postings).extracting(Posting::number).isSorted();
                    postings.forEach(posting -> (posting.isComplete() ? complete : incomplete).add(posting.position()));
                    empty += feed.empty();
                }
            }
            assertThat(complete)
                    .containsExactlyInAnyOrderElementsOf(
                            SmallTables.POSTED.stream().map(Long::valueOf).toList());
            assertThat(incomplete).containsExactly(12L);
            assertThat(empty).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aSweepCrossesWideGapsAtOnce(boolean unlimited) throws SQLException {
        Strides strides = strides(TaskStrides.divide(1).get(0));
        Map<String, String> tables = Map.of("tables", "a:sparse_a:id,b:sparse_b:id");
        try (PostingFeed feed = opener(tables, ENDLESS, unlimited).open(strides)) {
            List<Posting> postings = drain(feed, strides, 2);

            assertThat(postings)
                    .extracting(Posting::position)
                    .containsExactly(10L, 11L, 12L, 1_000_000_000_000L, 4_000_000_000_000_000_000L);
            assertThat(postings).filteredOn(Posting::isComplete).hasSize(3);
            assertThat(feed.empty()).isEqualTo(feed.length() - 5);
        }
    }

    @Test
    void aSweepEndsAtTheLargestNumberOfPostings() throws SQLException {
        Strides strides = strides("0,1,2,3,4,5,6,7");
        try (PostingFeed feed = opener(Map.of(), 10, true).open(strides)) {
            assertThat(drain(feed, strides, 100))
                    .extracting(Posting::position)
                    .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 9L);
            assertThat(feed.empty()).isEqualTo(2);
        }
    }

    /** After a crash some strides may have been stored further on than others. */
    @Test
    void aSweepGoesOnWhereEachStrideIs() throws SQLException {
        Strides before = strides("0,1,2,3,4,5,6,7");
        stored.put(before.partition(1), new HashMap<>(Map.of("next", 25L, "posted", 3L)));
        stored.put(before.partition(2), new HashMap<>(Map.of("next", 18L, "posted", 2L)));
        Strides strides = strides("1,2");
        try (PostingFeed feed = opener(Map.of(), ENDLESS, false).open(strides)) {
            assertThat(drain(feed, strides, 1)).extracting(Posting::position).containsExactly(18L, 25L, 26L);
        }
    }

    @ParameterizedTest
    @CsvSource({"sample", "classic"})
    void looksUpTheKeysThatTheOrderNames(String mode) throws SQLException {
        Strides strides = strides("0,1,2,3,4,5,6,7");
        try (PostingFeed feed = opener(Map.of("mode", mode), 3000, true).open(strides)) {
            List<Posting> postings = drain(feed, strides, 100);

            assertThat(postings.size() + feed.empty()).isEqualTo(3000);
            assertThat(postings)
                    .allSatisfy(posting -> assertThat(posting.isComplete())
                            .isEqualTo(SmallTables.POSTED.contains((int) posting.position())));
            assertThat(postings)
                    .extracting(Posting::number)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(LongStream.range(0, 3000).boxed().toList())
                    .containsAll(postings.stream().map(Posting::number).toList());
        }
    }

    /** The keys of strides 1, 3, 5 and 7 have no rows: these tasks must not search the table in one query. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aSweepFindsTheEndWhereATasksStridesHaveNoRows(boolean unlimited) throws SQLException {
        SmallTables.execute(
                server,
                "CREATE OR REPLACE TABLE evens (id BIGINT PRIMARY KEY, a INT)",
                "INSERT INTO evens SELECT seq * 2, 1 FROM seq_0_to_99999");
        for (String division : List.of("0,4", "1,5")) {
            Strides strides = strides(division);
            try (PostingFeed feed =
                    opener(Map.of("tables", "a:evens:id"), ENDLESS, unlimited).open(strides)) {
                assertThat(drain(feed, strides, 500)).hasSize(division.equals("0,4") ? 50_000 : 0);
                assertThat(feed.length()).isEqualTo(199_999);
            }
        }
    }

    @Test
    void changedTablesAreNoticed() throws SQLException {
        Map<String, String> options = new HashMap<>(Map.of("tables", "a:changing:id"));
        Strides strides = strides("0");
        opener(options, ENDLESS, true).open(strides).close();
        stored.put(strides.partition(0), new HashMap<>(strides.before(0)));
        Object before = strides.before(0).get("tables");
        assertThat(before).asString().startsWith("a=1..2#");
        SmallTables.execute(server, "INSERT INTO changing VALUES (3, 3)");

        options.put("on.table.change", "fail");
        assertThatThrownBy(() -> opener(options, ENDLESS, true).open(strides("0")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("a:changing:id")
                .hasMessageContaining("on.table.change");
        options.put("on.table.change", "ignore");
        Strides ignoring = strides("0");
        opener(options, ENDLESS, true).open(ignoring).close();
        assertThat(ignoring.before(0)).containsEntry("tables", before);
        options.put("on.table.change", "warn");
        Strides warned = strides("0");
        opener(options, ENDLESS, true).open(warned).close();
        assertThat(warned.before(0).get("tables")).asString().startsWith("a=1..3#");
    }

    /** Other positions would give other keys to the postings that are left. */
    @ParameterizedTest
    @CsvSource({"sweep, 5..9", "shuffle, 5..7", "sample, 5..7"})
    void goesOnOverTheKeysOfItsBeginning(String mode, String keys) throws SQLException {
        SmallTables.execute(
                server,
                "CREATE OR REPLACE TABLE growing (id BIGINT PRIMARY KEY)",
                "INSERT INTO growing VALUES (5), (6), (7)");
        Map<String, String> options = Map.of("tables", "a:growing:id", "mode", mode);
        Strides first = strides("0");
        opener(options, ENDLESS, true).open(first).close();
        assertThat(first.before(0)).containsEntry("keys", "5..7");
        stored.put(first.partition(0), new HashMap<>(first.before(0)));
        SmallTables.execute(server, "INSERT INTO growing VALUES (1), (9)");

        Strides second = strides("0");
        opener(options, ENDLESS, true).open(second).close();

        assertThat(second.before(0)).containsEntry("keys", keys);
    }
}
