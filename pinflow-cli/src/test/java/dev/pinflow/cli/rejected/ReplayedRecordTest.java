package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class ReplayedRecordTest {
    @Test
    void isTheRawRecordThatItWas() {
        byte[] value = {(byte) 0xC3, 0, '{'};
        ProducerRecord<byte[], byte[]> replay = ReplayedRecord.of(Rejects.record(9, value, Map.of()), 3);
        assertThat(replay.topic()).isEqualTo("user-x.geo");
        assertThat(replay.partition()).isEqualTo(2);
        assertThat(replay.timestamp()).isEqualTo(Rejects.TIMESTAMP);
        assertThat(replay.key()).asString(StandardCharsets.UTF_8).isEqualTo("7");
        assertThat(replay.value()).isEqualTo(value);
        assertThat(ReplayedRecord.of(Rejects.record(9, null, Map.of()), 3).value())
                .isNull();
    }

    @Test
    void keepsItsOwnHeadersAndSaysThatItIsAReplay() {
        assertThat(headers(Rejects.record(9, Map.of("trace", "abc"))))
                .containsOnly(
                        Map.entry("trace", "abc"),
                        Map.entry(ReplayHeaders.ATTEMPT, "1"),
                        Map.entry(ReplayHeaders.ORIGIN, "user-x.rejected-1@9"),
                        Map.entry(ReplayHeaders.RAW, "user-x.geo-2@40"));
    }

    @Test
    void countsOnFromAnEarlierReplay() {
        Map<String, String> earlier = Map.of(
                ReplayHeaders.ATTEMPT, "1",
                ReplayHeaders.ORIGIN, "user-x.rejected-1@3",
                ReplayHeaders.RAW, "user-x.geo-2@11");
        assertThat(headers(Rejects.record(9, earlier)))
                .containsOnly(
                        Map.entry(ReplayHeaders.ATTEMPT, "2"),
                        Map.entry(ReplayHeaders.ORIGIN, "user-x.rejected-1@9"),
                        Map.entry(ReplayHeaders.RAW, "user-x.geo-2@40"));
    }

    @Test
    void leavesThePartitionToTheKeyWhereTheOldOneIsGone() {
        assertThat(ReplayedRecord.of(Rejects.record(9, Map.of()), 2).partition())
                .isNull();
    }

    /** Fails when a name occurs twice. */
    private static Map<String, String> headers(RejectedRecord record) {
        return Stream.of(ReplayedRecord.of(record, 3).headers().toArray())
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
