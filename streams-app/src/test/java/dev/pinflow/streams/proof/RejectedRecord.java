package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of the rejected topic. */
record RejectedRecord(ConsumerRecord<byte[], byte[]> record) {
    /** What a raw topic takes that does without compression: so much fits into the rejected topic too. */
    private static final long LARGEST_PLAIN = 1_048_588;

    RawRecords.Origin origin() {
        return new RawRecords.Origin(
                last(RejectedHeaders.TOPIC), last(RejectedHeaders.PARTITION), last(RejectedHeaders.OFFSET));
    }

    String reason() {
        return last(RejectedHeaders.REASON);
    }

    /** What of it is not as it should be, given the raw record at its origin. */
    List<String> problems(RawRecords.Raw from) {
        List<String> problems = new ArrayList<>();
        if (reason().isEmpty() || last(RejectedHeaders.MESSAGE).isEmpty()) {
            problems.add("has no reason or message");
        }
        if (!last(RejectedHeaders.TIMESTAMP).equals(Long.toString(from.timestamp()))) {
            problems.add("says another timestamp: " + last(RejectedHeaders.TIMESTAMP));
        }
        if (isWithoutContent()) {
            if (!last(RejectedHeaders.OMITTED_BYTES).equals(Long.toString(from.bytes()))) {
                problems.add("lacks other bytes than it says: " + last(RejectedHeaders.OMITTED_BYTES));
            }
            if (from.bytes() <= LARGEST_PLAIN) {
                problems.add("lacks its bytes, and had only " + from.bytes());
            }
        } else {
            if (!from.digests().areBytesOf(record)) {
                problems.add("has other bytes than the raw one");
            }
            if (!from.digests().areHeadersOfRejected(record)) {
                problems.add("lost headers");
            }
        }
        return problems;
    }

    /** Only a record that was compressed very well on its way in may come without its bytes. */
    private boolean isWithoutContent() {
        return record.value() == null && !last(RejectedHeaders.OMITTED_BYTES).isEmpty();
    }

    private String last(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, UTF_8))
                .orElse("");
    }
}
