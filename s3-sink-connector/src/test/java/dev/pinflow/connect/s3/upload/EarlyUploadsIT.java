package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.upload.FaultyStore.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that begin to go up while they still take records. */
class EarlyUploadsIT extends UploadFixture {
    @Test
    void uploadsPartsOfAnOpenObjectEarlyAndDescribesItInTheEnd() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            SealedSet early = early(uploads, 4, PART_BYTES, PART_BYTES + 3, 7);
            assertThat(result(uploads.write(early))).isEqualTo(4);
        }
        assertThat(stored(KEY)).isEqualTo(concatenated(PART_BYTES, PART_BYTES + 3, 7));
        assertThatRangeIs(KEY, 5, 4);
        assertThatNoUploadIsLeft();
    }

    @Test
    void abandonsEarlyPartsOfAnObjectThatIsThereAlready() {
        written(set(0, 9, 10));
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(early(uploads, 4, PART_BYTES, 7)))).isEqualTo(9);
        }
        assertThatNoUploadIsLeft();
    }

    @Test
    void abandonsEarlyPartsOfAnObjectThatIsDropped() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            early(uploads, 4, PART_BYTES, 7).drop();
        }
        assertThatNoUploadIsLeft();
        assertThat(keys()).isEmpty();
    }

    @Test
    void asksForTheRecordsAgainWhenEarlyPartsWereAborted() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            SealedSet early = early(uploads, 4, PART_BYTES, 7);
            early.anchor().early().orElseThrow().settled().join();
            abortAll();
            assertThat(result(uploads.write(early))).isEqualTo(-1);
        }
        assertThat(keys()).isEmpty();
    }

    @Test
    void survivesTheLossOfTheAnswerThatCompletesEarlyParts() {
        front.fail("POST", "uploadId=", Fault.LOSE_ANSWER, 1);
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(early(uploads, 4, PART_BYTES, 7)))).isEqualTo(4);
        }
        assertThatRangeIs(KEY, 5, 4);
        assertThatNoUploadIsLeft();
    }
}
