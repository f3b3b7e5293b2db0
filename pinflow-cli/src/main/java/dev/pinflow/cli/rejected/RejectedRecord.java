package dev.pinflow.cli.rejected;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * One record of a rejected topic.
 *
 * @param position where it lies in the rejected topic
 * @param raw where the raw record lay that was rejected
 * @param timestamp the raw record's
 * @param reason the code of the rule that it broke
 * @param field the member that broke the rule; empty when it is the record as a whole
 * @param message the rule in words
 * @param attempt how often it had been replayed when it was rejected; 0 for the first time
 * @param content key, value and headers as they stand in the rejected topic
 */
record RejectedRecord(
        RecordPosition position,
        RecordPosition raw,
        Instant timestamp,
        String reason,
        String field,
        String message,
        int attempt,
        ConsumerRecord<byte[], byte[]> content) {

    /** The record with what its headers tell; empty when they do not tell where it came from. */
    static Optional<RejectedRecord> of(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        String topic = text(headers, RejectedHeaders.TOPIC);
        Optional<Long> partition =
                number(headers, RejectedHeaders.PARTITION).filter(number -> number <= Integer.MAX_VALUE);
        Optional<Long> offset = number(headers, RejectedHeaders.OFFSET);
        Optional<Long> timestamp = number(headers, RejectedHeaders.TIMESTAMP);
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty() || timestamp.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RejectedRecord(
                RecordPosition.of(record),
                new RecordPosition(topic, partition.get().intValue(), offset.get()),
                Instant.ofEpochMilli(timestamp.get()),
                text(headers, RejectedHeaders.REASON),
                text(headers, RejectedHeaders.FIELD),
                text(headers, RejectedHeaders.MESSAGE),
                ReplayHeaders.attempt(headers),
                record));
    }

    private static Optional<Long> number(Headers headers, String name) {
        String text = text(headers, name);
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
