package dev.pinflow.streams.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.generic.GenericRecord;

class AnswersEqualBatchTest {
    /** After any sequence of records, re-posts and deletions, the topics hold what a batch over it computes. */
    @Property(tries = 20)
    void answersEqualABatchOverTheSameRecords(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int posts, @ForAll @IntRange(max = 120) int records)
            throws IOException {
        Path state = Files.createTempDirectory("answers");
        NaiveAnswers batch = new NaiveAnswers();
        try (AnswersDriver driver = new AnswersDriver(state)) {
            new RandomRecords(seed, posts).send(records, new RandomRecords.Receiver() {
                @Override
                public void put(Entity entity, GenericRecord record) {
                    driver.put(entity, record);
                    batch.put(entity, record);
                }

                @Override
                public void delete(Entity entity, int ind) {
                    driver.delete(entity, ind);
                    batch.delete(entity, ind);
                }
            });
            for (Report report : Report.LIVE) {
                Map<String, String> arrays = new HashMap<>();
                batch.groups(report).forEach((group, rows) -> arrays.put(group, "[" + String.join(",", rows) + "]"));
                assertThat(driver.compacted(report)).as(report.id()).isEqualTo(arrays);
                assertThat(driver.table(report).rows()).as(report.id()).isEqualTo(batch.groups(report));
            }
        }
    }
}
