package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTopologyTest {
    private static final long POSTED_2018 = millis("2018-12-31T23:59:59.999Z");
    private static final long JOINED_2016 = millis("2016-01-01T00:00:00Z");

    @TempDir
    private Path state;

    private AnswersDriver driver;

    @BeforeEach
    void open() {
        driver = new AnswersDriver(state);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void describesItselfAsInTheGoldenFile() throws IOException {
        String described = AnswersTopology.build(
                        AnswersDriver.TOPICS,
                        () -> new PlainAvro(AnswersDriver.TOPICS),
                        () -> true,
                        new AnswersCounts(),
                        AnswersDriver.settings())
                .describe()
                .toString();

        assertThat(described).isEqualToNormalizingNewlines(golden());
    }

    @Test
    void onePostAnswersAllQuestions() {
        driver.post(7528, "art", "Albania", POSTED_2018, "Ann Lee", 24, JOINED_2016);

        assertThat(driver.compacted(Report.CATEGORY_BY_COUNTRY))
                .isEqualTo(Map.of("Albania", "[{\"country\":\"Albania\",\"category\":\"art\",\"category_count\":1}]"));
        assertThat(driver.compacted(Report.CATEGORY_BY_YEAR))
                .isEqualTo(Map.of("2018", "[{\"post_year\":2018,\"category\":\"art\",\"category_count\":1}]"));
        assertThat(driver.compacted(Report.CATEGORY_BY_AGE_GROUP))
                .isEqualTo(Map.of("18-24", "[{\"age_group\":\"18-24\",\"category\":\"art\",\"category_count\":1}]"));
        assertThat(driver.compacted(Report.USERS_JOINED_BY_YEAR))
                .isEqualTo(Map.of("2016", "[{\"post_year\":2016,\"number_users_joined\":1}]"));
    }

    @Test
    void aPostWithoutAllItsPartsCountsNowhere() {
        driver.put(Entity.PIN, CuratedRecords.pin(1, "art"));
        driver.put(Entity.GEO, CuratedRecords.geo(1, "Albania", POSTED_2018));
        driver.put(Entity.USER, CuratedRecords.user(2, "Ann Lee", 24, JOINED_2016));

        assertThat(Report.LIVE)
                .allSatisfy(report -> assertThat(driver.published(report)).isEmpty());
    }

    @Test
    void aRePostCountsOnceAndPublishesNothingNew() {
        driver.post(1, "art", "Albania", POSTED_2018, "Ann Lee", 24, JOINED_2016);
        Report.LIVE.forEach(driver::published);

        driver.post(1, "art", "Albania", POSTED_2018, "Ann Lee", 24, JOINED_2016);

        assertThat(Report.LIVE)
                .allSatisfy(report -> assertThat(driver.published(report)).isEmpty());
    }

    @Test
    void tiesAreAllKeptInTheOrderOfCodePoints() {
        country(1, "\uFF5E");
        country(2, "\uD83D\uDE00"); // beyond U+FFFF: before U+FF5E as UTF-16, after it as code point
        country(3, "art");
        country(4, "Art");

        assertThat(categories("Albania")).containsExactly("Art", "art", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void rePostsChangeTheWinnerBackAndForth() {
        country(1, "art");
        country(2, "art");
        country(3, "travel");
        assertThat(categories("Albania")).containsExactly("art");

        driver.put(Entity.PIN, CuratedRecords.pin(2, "travel"));
        assertThat(categories("Albania")).containsExactly("travel");
        driver.put(Entity.PIN, CuratedRecords.pin(1, "travel"));
        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "Albania"))
                .containsExactly("{\"country\":\"Albania\",\"category\":\"travel\",\"category_count\":3}");
        driver.put(Entity.PIN, CuratedRecords.pin(1, "art"));
        driver.put(Entity.PIN, CuratedRecords.pin(2, "art"));
        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "Albania"))
                .containsExactly("{\"country\":\"Albania\",\"category\":\"art\",\"category_count\":2}");
    }

    @Test
    void whenTheOnlyLeaderFallsAllWhoNowHaveTheMostLead() {
        country(1, "art");
        country(2, "art");
        country(3, "beauty");
        country(4, "travel");

        driver.put(Entity.GEO, CuratedRecords.geo(1, "Italy", POSTED_2018));

        assertThat(categories("Albania")).containsExactly("art", "beauty", "travel");
        assertThat(categories("Italy")).containsExactly("art");
    }

    @Test
    void aGroupThatLosesItsLastPostIsATombstone() {
        country(1, "art");
        Report.LIVE.forEach(driver::published);

        driver.delete(Entity.USER, 1);

        assertThat(Report.LIVE).allSatisfy(report -> {
            List<TestRecord<byte[], byte[]>> published = driver.published(report);
            assertThat(published).hasSize(1);
            assertThat(published.get(0).value()).isNull();
            assertThat(driver.table(report).rows()).isEmpty();
        });
    }

    @Test
    void aDeletedPartMayComeBack() {
        country(1, "art");
        driver.delete(Entity.PIN, 1);
        driver.delete(Entity.PIN, 1);
        driver.put(Entity.PIN, CuratedRecords.pin(1, "travel"));

        assertThat(categories("Albania")).containsExactly("travel");
    }

    @ParameterizedTest
    @CsvSource({"17,", "18,18-24", "24,18-24", "25,25-35", "35,25-35", "36,36-50", "50,36-50", "51,+50", "150,+50", ","
    })
    void anAgeBelongsToItsGroup(Integer age, String group) {
        driver.post(1, "art", "Albania", POSTED_2018, "Ann Lee", age, JOINED_2016);

        assertThat(driver.table(Report.CATEGORY_BY_AGE_GROUP).rows().keySet())
                .isEqualTo(group == null ? Set.of() : Set.of(group));
        assertThat(categories("Albania")).containsExactly("art");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-31T23:59:59.999Z,",
        "2018-01-01T00:00:00Z,2018",
        "2022-12-31T23:59:59.999Z,2022",
        "2023-01-01T00:00:00Z,",
        "1969-12-31T23:59:59.999Z,"
    })
    void aPostBelongsToItsUtcYear(String timestamp, String year) {
        driver.post(1, "art", "Albania", millis(timestamp), "Ann Lee", 24, JOINED_2016);

        assertThat(driver.table(Report.CATEGORY_BY_YEAR).rows().keySet())
                .isEqualTo(year == null ? Set.of() : Set.of(year));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-31T23:59:59.999Z,",
        "2015-01-01T00:00:00Z,2015",
        "2020-12-31T23:59:59.999Z,2020",
        "2021-01-01T00:00:00Z,"
    })
    void aUserBelongsToTheUtcYearOfJoining(String joined, String year) {
        driver.post(1, "art", "Albania", POSTED_2018, "Ann Lee", 24, millis(joined));

        assertThat(driver.table(Report.USERS_JOINED_BY_YEAR).rows().keySet())
                .isEqualTo(year == null ? Set.of() : Set.of(year));
    }

    @Test
    void usersAreToldApartByNameAgeAndMomentOfJoiningWhereNoAgeIsAnAge() {
        user(1, "Ann Lee", 24, JOINED_2016);
        user(2, "Ann Lee", 24, JOINED_2016);
        user(3, "Ann Lee", 25, JOINED_2016);
        user(4, "Ann Lee", 24, JOINED_2016 + 1);
        user(5, "Ann Lee", null, JOINED_2016);
        user(6, "Ann Lee", null, JOINED_2016);
        user(7, "Ann  Lee", 24, JOINED_2016);

        assertThat(usersJoined("2016")).isEqualTo(5);
    }

    @Test
    void aUserCountsUntilTheLastPostIsGone() {
        user(1, "Ann Lee", 24, JOINED_2016);
        user(2, "Ann Lee", 24, JOINED_2016);
        user(3, "Bob Lee", 24, JOINED_2016);

        driver.delete(Entity.GEO, 1);
        assertThat(usersJoined("2016")).isEqualTo(2);
        driver.delete(Entity.GEO, 2);
        assertThat(usersJoined("2016")).isEqualTo(1);
    }

    @Test
    void textsThatContainNulAndEachOtherStayApart() {
        post(1, "b", "A");
        post(2, "\u0000b", "A");
        post(3, "b", "A\u0000");
        post(4, "", "A\u0000b");
        post(5, "\"\\\n", "");

        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "A"))
                .containsExactly(
                        "{\"country\":\"A\",\"category\":\"\\u0000b\",\"category_count\":1}",
                        "{\"country\":\"A\",\"category\":\"b\",\"category_count\":1}");
        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "A\u0000"))
                .containsExactly("{\"country\":\"A\\u0000\",\"category\":\"b\",\"category_count\":1}");
        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "A\u0000b"))
                .containsExactly("{\"country\":\"A\\u0000b\",\"category\":\"\",\"category_count\":1}");
        assertThat(rows(Report.CATEGORY_BY_COUNTRY, ""))
                .containsExactly("{\"country\":\"\",\"category\":\"\\\"\\\\\\n\",\"category_count\":1}");
    }

    @Test
    void textsOfAMegabyteAreCounted() {
        String large = "x".repeat(1_000_000);
        driver.post(1, "art", "Albania", POSTED_2018, large, 24, JOINED_2016);
        driver.post(2, "art", "Albania", POSTED_2018, large + "y", 24, JOINED_2016);

        assertThat(usersJoined("2016")).isEqualTo(2);
    }

    @Test
    void rowsThatDoNotFitOneRecordAreLeftOutAndCounted() {
        String half = "x".repeat(MAX / 2 - 200);
        post(1, "a" + half, "Albania");
        post(2, "b" + half, "Albania");
        driver.published(Report.CATEGORY_BY_COUNTRY);
        post(3, "c" + half, "Albania");

        assertThat(categories("Albania")).containsExactly("a" + half, "b" + half);
        TestRecord<byte[], byte[]> published =
                driver.published(Report.CATEGORY_BY_COUNTRY).get(0);
        assertThat(published.headers().lastHeader("pinflow.answers.left-out").value())
                .isEqualTo("1".getBytes(UTF_8));
        assertThat(published.value()).hasSizeLessThanOrEqualTo(MAX);
        assertThat(driver.count(new AnswersCounts.Event.LeftOut(Report.CATEGORY_BY_COUNTRY)))
                .isEqualTo(1);
    }

    @Test
    void aGroupWhoseNameAloneIsTooLargeIsWithheldAndCounted() {
        post(1, "art", "x".repeat(MAX));

        assertThat(driver.published(Report.CATEGORY_BY_COUNTRY)).isEmpty();
        assertThat(driver.count(new AnswersCounts.Event.Withheld(Report.CATEGORY_BY_COUNTRY)))
                .isEqualTo(1);
        assertThat(rows(Report.CATEGORY_BY_YEAR, "2018")).hasSize(1);
    }

    @Test
    void manyTiesAreAllKept() {
        for (int ind = 0; ind < 100; ind++) {
            country(ind, "category %04d".formatted(ind));
        }

        assertThat(rows(Report.CATEGORY_BY_COUNTRY, "Albania")).hasSize(100).isSorted();
    }

    @Test
    void recordsThatAreNotOfTheContractAreSkippedAndCounted() {
        driver.send(Entity.PIN, "1", "not Avro".getBytes(UTF_8));
        driver.send(Entity.PIN, "1", new byte[0]);
        driver.send(Entity.PIN, "1", new byte[] {0, 2});
        driver.send(Entity.PIN, "one", PlainAvro.encode(CuratedRecords.pin(1, "art")));
        driver.send(Entity.PIN, null, PlainAvro.encode(CuratedRecords.pin(1, "art")));
        driver.send(Entity.PIN, null, null);
        country(1, "art");

        assertThat(driver.count(new AnswersCounts.Event.Unreadable(Entity.PIN))).isEqualTo(6);
        assertThat(driver.count(new AnswersCounts.Event.Received(Entity.PIN))).isEqualTo(7);
        assertThat(categories("Albania")).containsExactly("art");
    }

    @Test
    void aRecordThatCannotBeDecodedWhileTheRegistryIsDownFailsTheThread() {
        driver.registryIsDown();

        assertThatThrownBy(() -> driver.send(Entity.PIN, "1", "not Avro".getBytes(UTF_8)))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("Unknown magic byte!");
        assertThat(driver.count(new AnswersCounts.Event.Unreadable(Entity.PIN))).isZero();
    }

    @Test
    void foreignRecordsInAnAnswersTopicAreSkippedAndCounted() {
        driver.sendAnswer(Report.CATEGORY_BY_COUNTRY, "Italy", "{".getBytes(UTF_8));
        driver.sendAnswer(Report.CATEGORY_BY_COUNTRY, "Italy", "{}".getBytes(UTF_8));
        driver.sendAnswer(Report.CATEGORY_BY_COUNTRY, "Italy", "[1]".getBytes(UTF_8));
        driver.sendAnswer(Report.CATEGORY_BY_COUNTRY, "Italy", "[{}".getBytes(UTF_8));
        driver.sendAnswer(Report.CATEGORY_BY_COUNTRY, "Italy", "[{}]".getBytes(UTF_16BE));

        assertThat(driver.table(Report.CATEGORY_BY_COUNTRY).rows()).isEmpty();
        assertThat(driver.count(new AnswersCounts.Event.Foreign(Report.CATEGORY_BY_COUNTRY)))
                .isEqualTo(5);
    }

    private static final int MAX = AnswersTopology.MAX_ANSWER_BYTES;

    private void country(int ind, String category) {
        post(ind, category, "Albania");
    }

    private void post(int ind, String category, String country) {
        driver.post(ind, category, country, POSTED_2018, "Ann Lee", 24, JOINED_2016);
    }

    private void user(int ind, String name, Integer age, long joined) {
        driver.post(ind, "art", "Albania", POSTED_2018, name, age, joined);
    }

    private List<String> rows(Report report, String group) {
        return driver.table(report).rows().getOrDefault(group, List.of());
    }

    private List<String> categories(String country) {
        return rows(Report.CATEGORY_BY_COUNTRY, country).stream()
                .map(row -> row.replaceAll(".*\"category\":\"(.*)\",\"category_count.*", "$1"))
                .toList();
    }

    private int usersJoined(String year) {
        List<String> rows = rows(Report.USERS_JOINED_BY_YEAR, year);
        assertThat(rows).hasSize(1);
        return Integer.parseInt(rows.get(0).replaceAll(".*:(\\d+)}", "$1"));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static String golden() throws IOException {
        try (InputStream file = AnswersTopologyTest.class.getResourceAsStream("topology.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
