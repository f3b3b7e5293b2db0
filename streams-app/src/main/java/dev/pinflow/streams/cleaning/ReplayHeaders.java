package dev.pinflow.streams.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of a rejected record that was written to its raw topic again. The cleaning keeps them, as it keeps all
 * headers, so that a record which is rejected once more still tells its attempt. All values are UTF-8 text.
 */
public final class ReplayHeaders {
    /** How often the record has been replayed, this time included: {@code 1}, {@code 2}, … */
    public static final String ATTEMPT = "pinflow.replay.attempt";
    /** Where the replayed record lies in the rejected topic, as {@code <topic>-<partition>@<offset>}. */
    public static final String ORIGIN = "pinflow.replay.origin";
    /** Where the raw record lies that was rejected, as {@code <topic>-<partition>@<offset>}. */
    public static final String RAW = "pinflow.replay.raw";

    /** All of them. */
    public static final List<String> NAMES = List.of(ATTEMPT, ORIGIN, RAW);

    private ReplayHeaders() {}

    /** How often a record with these headers has been replayed: 0 without the header, or with one that is no number. */
    public static int attempt(Headers headers) {
        Header attempt = headers.lastHeader(ATTEMPT);
        if (attempt == null || attempt.value() == null) {
            return 0;
        }
        String text = new String(attempt.value(), StandardCharsets.UTF_8);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
