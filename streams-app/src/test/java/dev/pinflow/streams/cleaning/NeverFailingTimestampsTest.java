package dev.pinflow.streams.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class NeverFailingTimestampsTest {
    private final NeverFailingTimestamps timestamps =
            new NeverFailingTimestamps(Clock.fixed(Instant.ofEpochMilli(99), ZoneOffset.UTC));

    @Test
    void aTimestampIsKept() {
        assertThat(timestamps.extract(recordAt(0), 50)).isZero();
    }

    @Test
    void aRecordWithoutTimestampGetsItsPartitionsTime() {
        assertThat(timestamps.extract(recordAt(-1), 50)).isEqualTo(50);
    }

    @Test
    void theFirstRecordOfAPartitionWithoutTimestampGetsTheClocksTime() {
        assertThat(timestamps.extract(recordAt(-1), -1)).isEqualTo(99);
    }

    private static ConsumerRecord<Object, Object> recordAt(long timestamp) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
    }
}
