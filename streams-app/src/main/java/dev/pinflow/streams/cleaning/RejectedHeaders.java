package dev.pinflow.streams.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The headers that a record carries in the rejected topic beside those it came with. All values are UTF-8 text, numbers
 * in decimal digits.
 */
public final class RejectedHeaders {
    /** The raw topic that the record was read from. */
    public static final String TOPIC = "pinflow.rejected.topic";
    /** The partition of that topic. */
    public static final String PARTITION = "pinflow.rejected.partition";
    /** The record's offset in that partition. */
    public static final String OFFSET = "pinflow.rejected.offset";
    /** The record's timestamp in milliseconds since the epoch; the rejected record itself has the same one. */
    public static final String TIMESTAMP = "pinflow.rejected.timestamp";
    /** The code of the reason, such as {@code missing-member}, or {@link #NOT_ENCODABLE}. */
    public static final String REASON = "pinflow.rejected.reason";
    /** The beginning of the name of the member that broke the rule; empty when it is the record as a whole. */
    public static final String FIELD = "pinflow.rejected.field";
    /** One sentence for a person, of at most {@value #MESSAGE_CHARACTERS} characters. */
    public static final String MESSAGE = "pinflow.rejected.message";

    /**
     * How many bytes of key and value were left out because even the rejected topic does not take them; absent otherwise.
     * The raw topic has them, at the partition and offset that the other headers name.
     */
    public static final String OMITTED_BYTES = "pinflow.rejected.omitted.bytes";

    /** The reason code of a record whose curated form exceeds what the curated topic takes. */
    public static final String TOO_LARGE = "too-large";

    /** The reason code of a record that was cleaned but does not fit the curated schema. */
    public static final String NOT_ENCODABLE = "not-encodable";

    /**
     * By how many bytes a rejected record may outgrow the raw one: the room that the rejected topic's
     * {@code max.message.bytes} must leave above the raw topics'.
     */
    public static final int MAX_BYTES = 64 * 1024;

    static final int MESSAGE_CHARACTERS = 4096;

    private static final List<String> NAMES =
            List.of(TOPIC, PARTITION, OFFSET, TIMESTAMP, REASON, FIELD, MESSAGE, OMITTED_BYTES);

    private RejectedHeaders() {}

    /** The original headers and ours; a header of one of our names that came with the record is replaced. */
    static Headers of(Headers original, RecordMetadata origin, long timestamp, Rejection rejection) {
        RecordHeaders headers = new RecordHeaders(original);
        NAMES.forEach(headers::remove);
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(timestamp));
        add(headers, REASON, rejection.reason());
        add(headers, FIELD, shortened(rejection.field()));
        add(headers, MESSAGE, shortened(rejection.message()));
        return headers;
    }

    /** Our headers with the number of bytes that were left out; the record's own headers are left out too. */
    static Headers withoutContent(Headers rejected, long omittedBytes) {
        RecordHeaders headers = new RecordHeaders();
        NAMES.stream().map(rejected::lastHeader).filter(Objects::nonNull).forEach(headers::add);
        add(headers, OMITTED_BYTES, Long.toString(omittedBytes));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= MESSAGE_CHARACTERS ? text : text.substring(0, MESSAGE_CHARACTERS);
    }
}
