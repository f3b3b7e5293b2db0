package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of objects under whose keys something lies already. */
class ConditionalUploadsIT extends UploadFixture {
    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void takesTheSameRangeForDone(int size) {
        written(set(0, 4, size));
        assertThat(written(set(0, 4, size))).isEqualTo(4);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void leavesALongerObjectAndSaysWhereItEnds(int size) {
        written(set(0, 9, size));
        assertThat(written(set(0, 4, size + 1))).isEqualTo(9);
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void replacesAShorterObject(int size) {
        written(set(0, 4, 10));
        assertThat(written(set(0, 9, size))).isEqualTo(9);
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatRangeIs(KEY, 10, 9);
        assertThatNoUploadIsLeft();
    }

    @Test
    void continuesAfterAShorterObjectThatAnotherOneFollows() {
        written(set(0, 4, 10));
        written(set(5, 7, 11));
        assertThat(written(set(0, 9, 1_000))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @Test
    void continuesAfterAShorterObjectWhereTheClockDecidesOnBoundaries() {
        written(set(0, 4, 10));
        try (S3Uploads uploads = uploads(front.address(), BUCKET, !DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(set(0, 9, 1_000)))).isEqualTo(4);
        }
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @Test
    void replacesWhateverIsThereWhenAskedTo() {
        written(set(0, 9, 100));
        assertThat(written(set(0, 4, 10), Map.of("enable.conditional.writes", "false")))
                .isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"t-0, 1, created anew", "u-0, 1735689600000, by a transform"})
    void refusesToCountRecordsOfAnotherOriginAsOurs(String source, String timestamp, String reason) {
        SealedObject other = new SealedObject(
                KEY, buffer(100), Optional.empty(), offsets(0, 4), new RecordOrigin(source, timestamp));
        written(new SealedSet(List.of(), other, UploadFixture::key));
        assertThatThrownBy(() -> written(set(0, 4, 100)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll(KEY, reason, "topics.dir");
    }

    @Test
    void replacesKeysOfAnObjectThatIsReplaced() {
        written(new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 55), UploadFixture::key));
        SealedSet longer =
                new SealedSet(List.of(object(KEY + ".keys", 0, 9, 90)), object(KEY, 0, 9, 99), UploadFixture::key);
        assertThat(written(longer)).isEqualTo(9);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(90));
        assertThat(stored(KEY)).isEqualTo(content(99));
    }

    @Test
    void replacesASmallerObjectOfAnotherProgramAndRefusesToReplaceALargerOne() {
        put(KEY, 10);
        assertThat(written(set(0, 4, 100))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(100));
        put(key(5), 200);
        assertThatThrownBy(() -> written(set(5, 9, 100)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll(key(5), "enable.conditional.writes=false");
        assertThat(stored(key(5))).isEqualTo(content(200));
    }

    @Test
    void writesCompanionsFirstAndReplacesThoseThatABrokenAttemptHasLeft() {
        put(KEY + ".keys", 3);
        SealedSet set =
                new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 100), UploadFixture::key);
        assertThat(written(set)).isEqualTo(4);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(50));
        assertThat(stored(KEY)).isEqualTo(content(100));
    }

    @Test
    void leavesCompanionsOfALongerObject() {
        written(new SealedSet(List.of(object(KEY + ".keys", 0, 9, 90)), object(KEY, 0, 9, 99), UploadFixture::key));
        SealedSet shorter =
                new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 55), UploadFixture::key);
        assertThat(written(shorter)).isEqualTo(9);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(90));
    }
}
