package dev.pinflow.analytics.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pinflow.analytics.fixture.CuratedFixture;
import dev.pinflow.analytics.fixture.TestSession;
import dev.pinflow.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsIT {
    @TempDir
    private static Path input;

    @BeforeAll
    static void writeTopics() {
        TestSession.SESSION.conf().set("spark.sql.adaptive.enabled", false);
        new CuratedFixture()
                .pin(1, "art", "first", 10)
                .pin(1, "art", "latest", null)
                .pin(2, "travel", "same", 5)
                .pin(2, "travel", "same", 5)
                .pin(3, "quotes", "without geo", 5)
                .geo(1, "Peru", "2018-12-31T23:59:59.999Z")
                .geo(2, "Chad", "2019-01-01T00:00:00Z")
                .geo(9, "Mali", "2019-01-01T00:00:00Z")
                .user(1, "Ann Lee", 20, "2015-12-31T23:59:59Z")
                .user(2, "Bob Ray", null, "2016-01-01T00:00:00Z")
                .user(3, "Cat Poe", 30, "2016-01-01T00:00:00Z")
                .write(input);
    }

    @Test
    void theRecordWithTheHighestOffsetStandsForItsPostAndYearsAreUtcYears() {
        try (Posts posts = posts(true)) {
            assertThat(posts.rows().orderBy("category").collectAsList())
                    .extracting(
                            row -> row.getAs("category"),
                            row -> row.getAs("poster_name"),
                            row -> row.getAs("follower_count"),
                            row -> row.getAs("post_year"),
                            row -> row.getAs("join_year"))
                    .containsExactly(tuple("art", "latest", null, 2018, 2015), tuple("travel", "same", 5, 2019, 2016));
        }
    }

    @Test
    void theCensusCountsRepostsConflictsAndOrphans() {
        try (Posts posts = posts(true)) {
            posts.rows().collectAsList();

            assertThat(posts.census())
                    .isEqualTo(new Census(
                            2,
                            List.of(
                                    new Census.Table("pin", 5, 3, 1, 1),
                                    new Census.Table("geo", 3, 3, 0, 1),
                                    new Census.Table("user", 3, 3, 0, 1))));
        }
    }

    @Test
    void withoutDeduplicationEveryRecordOfAPostIsAPost() {
        try (Posts posts = posts(false)) {
            assertThat(posts.rows().orderBy("category", "poster_name").collectAsList())
                    .extracting(row -> row.<String>getAs("poster_name"))
                    .containsExactly("first", "latest", "same", "same");
            assertThat(posts.census().tables().get(0)).isEqualTo(new Census.Table("pin", 5, 3, 1, 1));
        }
    }

    @Test
    void eachTopicIsScannedOnceForTheNeededColumnsAndAllMeetInOneShuffle() {
        try (Posts posts = posts(true)) {
            String plan = posts.rows().queryExecution().executedPlan().toString();

            assertThat(occurrences("FileScan parquet", plan)).isEqualTo(3);
            assertThat(occurrences("Exchange ", plan)).isEqualTo(1);
            assertThat(plan).doesNotContain("Join", "Cartesian", "title", "unique_id", "coordinates", "_timestamp:");
        }
    }

    private static Posts posts(boolean deduplicate) {
        return Posts.of(
                CuratedTopics.at(TestSession.SESSION, input.toString(), new Topics(CuratedFixture.USER_ID)),
                deduplicate);
    }

    private static long occurrences(String text, String plan) {
        return Pattern.compile(Pattern.quote(text)).matcher(plan).results().count();
    }
}
