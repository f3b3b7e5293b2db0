package dev.pinflow.cli.rejected;

import dev.pinflow.streams.cleaning.ReplayHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Makes of a rejected record the raw record that it was, and notes that it is a replay. */
final class ReplayedRecord {
    /** What all headers of the rejection begin with. */
    private static final String REJECTION = "pinflow.rejected.";

    private ReplayedRecord() {}

    /** @param partitions how many the raw topic has now; where the original one is gone, the key decides */
    static ProducerRecord<byte[], byte[]> of(RejectedRecord record, int partitions) {
        return new ProducerRecord<>(
                record.raw().topic(),
                record.raw().partition() < partitions ? record.raw().partition() : null,
                record.timestamp().toEpochMilli(),
                record.content().key(),
                record.content().value(),
                headers(record));
    }

    private static RecordHeaders headers(RejectedRecord record) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.content().headers()) {
            if (!header.key().startsWith(REJECTION) && !ReplayHeaders.NAMES.contains(header.key())) {
                headers.add(header);
            }
        }
        add(headers, ReplayHeaders.ATTEMPT, Integer.toString(record.attempt() + 1));
        add(headers, ReplayHeaders.ORIGIN, record.position().toString());
        add(headers, ReplayHeaders.RAW, record.raw().toString());
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
