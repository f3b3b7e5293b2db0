package dev.pinflow.cli.rejected;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Rejected records as the cleaning writes them. */
final class Rejects {
    static final String TOPIC = "user-x.rejected";
    static final long TIMESTAMP = 1_700_000_000_123L;

    private Rejects() {}

    /** A record that was rejected from offset 40 of partition 2 of the raw geo topic, with more headers. */
    static RejectedRecord record(long offset, byte[] value, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                RejectedHeaders.TOPIC, "user-x.geo",
                RejectedHeaders.PARTITION, "2",
                RejectedHeaders.OFFSET, "40",
                RejectedHeaders.TIMESTAMP, Long.toString(TIMESTAMP),
                RejectedHeaders.REASON, "missing-member",
                RejectedHeaders.FIELD, "country",
                RejectedHeaders.MESSAGE, "A geo record needs its country."));
        headers.putAll(more);
        return RejectedRecord.of(consumed(offset, value, headers)).orElseThrow();
    }

    static RejectedRecord record(long offset, Map<String, String> more) {
        return record(offset, "{\"ind\":7}".getBytes(StandardCharsets.UTF_8), more);
    }

    static ConsumerRecord<byte[], byte[]> consumed(long offset, byte[] value, Map<String, String> headers) {
        Headers all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                TOPIC,
                1,
                offset,
                TIMESTAMP + 5,
                TimestampType.LOG_APPEND_TIME,
                1,
                value == null ? -1 : value.length,
                "7".getBytes(StandardCharsets.UTF_8),
                value,
                all,
                Optional.empty());
    }
}
