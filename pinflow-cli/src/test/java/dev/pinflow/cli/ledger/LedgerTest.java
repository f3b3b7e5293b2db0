package dev.pinflow.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerTest {
    @Test
    void balancesWhenEveryStationHasEveryRecord() {
        assertThat(ledger(new LedgerLine("user-x.pin", 7L, 2, 1, 10, 10, 8, 2, 8), 2, 2)
                        .balanced())
                .isTrue();
        assertThat(ledger(new LedgerLine("user-x.pin", null, 0, 0, 10, 10, 8, 2, 8), 2, 2)
                        .balanced())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2, 1, 10, 10, 8, 2, 8, 2, 2",
        "7, 1, 1, 10, 10, 8, 2, 8, 2, 2",
        "7, 2, 0, 10, 10, 8, 2, 8, 2, 2",
        "7, 2, 2, 10, 10, 8, 2, 8, 2, 2",
        "7, 2, 1, 11, 10, 8, 2, 8, 2, 2",
        "7, 2, 1, 10, 9, 8, 2, 8, 2, 2",
        "7, 2, 1, 10, 10, 7, 2, 7, 2, 2",
        "7, 2, 1, 10, 10, 8, 2, 7, 2, 2",
        "7, 2, 1, 10, 10, 8, 2, 8, 3, 3",
        "7, 2, 1, 10, 10, 8, 2, 8, 2, 1",
    })
    void oneRecordTooManyOrTooFewAnywhereUnbalancesIt(
            long posted,
            long ingested,
            long replayed,
            long records,
            long inS3,
            long curated,
            long rejected,
            long curatedInS3,
            long all,
            long allS3) {
        LedgerLine line =
                new LedgerLine("user-x.pin", posted, ingested, replayed, records, inS3, curated, rejected, curatedInS3);
        assertThat(ledger(line, all, allS3).balanced()).isFalse();
        assertThat(ledger(line, all, allS3).render()).contains("NOT balance");
    }

    @Test
    void writesTheCountsPerTopic(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.json");
        ledger(new LedgerLine("user-x.pin", 7L, 2, 1, 10, 10, 8, 2, 8), 2, 2).save(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("balanced").asBoolean()).isTrue();
        assertThat(json.path("topics").path(0).path("topic").asText()).isEqualTo("user-x.pin");
        assertThat(json.path("topics").path(0).path("replayed").asLong()).isEqualTo(1);
        assertThat(json.path("topics").path(0).path("curatedInS3").asLong()).isEqualTo(8);
    }

    private static Ledger ledger(LedgerLine line, long rejected, long rejectedInS3) {
        return new Ledger("x", List.of(line), rejected, rejectedInS3);
    }
}
