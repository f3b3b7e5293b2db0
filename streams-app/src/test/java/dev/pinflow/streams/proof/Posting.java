package dev.pinflow.streams.proof;

import dev.pinflow.contract.Entity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * One raw record to be posted.
 *
 * @param what kind of record this is, for messages
 * @param fate what must become of it
 * @param key null for none
 * @param value null for none
 * @param timestamp null for the time of posting
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Posting(String what, Entity entity, Fate fate, byte[] key, byte[] value, List<Header> headers, Long timestamp) {
    /** The header by which a record is known again; the first of its headers. */
    static final String ID = "proof.id";

    enum Fate {
        CURATED,
        REJECTED,
        /** Which of the two, the contract says; the proof does not. */
        EITHER
    }

    static Posting of(String what, Entity entity, Fate fate, byte[] key, byte[] value) {
        return new Posting(what, entity, fate, key, value, List.of(), null);
    }

    Posting with(List<Header> otherHeaders, Long otherTimestamp) {
        return new Posting(what, entity, fate, key, value, otherHeaders, otherTimestamp);
    }

    /** What is to be remembered of it once it is posted. */
    Posting withoutContent() {
        return new Posting(what, entity, fate, null, null, List.of(), null);
    }

    ProducerRecord<byte[], byte[]> record(String topic, int id) {
        List<Header> all = new ArrayList<>();
        all.add(new RecordHeader(ID, Integer.toString(id).getBytes(StandardCharsets.US_ASCII)));
        all.addAll(headers);
        return new ProducerRecord<>(topic, null, timestamp, key, value, all);
    }

    /** The number that the record was posted with; -1 when it has none, which no record of ours lacks. */
    static int id(Headers headers) {
        for (Header header : headers) {
            if (header.key().equals(ID)) {
                return Integer.parseInt(new String(header.value(), StandardCharsets.US_ASCII));
            }
        }
        return -1;
    }
}
