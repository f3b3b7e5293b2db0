package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What is done to a record around its value: key, headers, timestamp. */
final class Envelopes {
    /** What brokers refuse by default; a topic that takes it has {@code message.timestamp.after.max.ms} set. */
    static final Long FAR_FUTURE = Long.getLong("pinflow.fuzz.timestamp");

    private final Random random;

    Envelopes(Random random) {
        this.random = random;
    }

    Posting apply(Posting posting) {
        Posting keyed =
                new Posting(posting.what(), posting.entity(), posting.fate(), key(), posting.value(), List.of(), null);
        return keyed.with(headers(), timestamp());
    }

    private byte[] key() {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> {
                byte[] garbage = new byte[random.nextInt(300)];
                random.nextBytes(garbage);
                yield garbage;
            }
            case 2 -> "k".repeat(10_000).getBytes(UTF_8);
            case 3, 4 -> null;
            default -> Integer.toString(random.nextInt(1_000)).getBytes(UTF_8);
        };
    }

    private List<Header> headers() {
        return switch (random.nextInt(40)) {
            case 0 -> List.of(header("null", null), header("", new byte[0]), header("\uD83D\uDE00", new byte[] {0}));
            case 1 -> List.of(header("large", new byte[60_000]));
            case 2 ->
                List.of(
                        header(RejectedHeaders.REASON, "forged".getBytes(UTF_8)),
                        header(RejectedHeaders.TOPIC, null),
                        header(RejectedHeaders.OFFSET, "-1".getBytes(UTF_8)),
                        header(RejectedHeaders.OFFSET, new byte[] {(byte) 0xff}),
                        header("__streams.errors.topic", new byte[3]),
                        header("traceparent", "00-0-0-00".getBytes(UTF_8)));
            case 3 ->
                IntStream.range(0, 1_000).mapToObj(i -> header("many", null)).toList();
            default -> List.of();
        };
    }

    private Long timestamp() {
        return switch (random.nextInt(30)) {
            case 0 -> 0L;
            case 1 -> 1L;
            case 2 -> System.currentTimeMillis() + 3_000_000;
            case 3 -> System.currentTimeMillis() - 400L * 86_400_000;
            case 4 -> FAR_FUTURE;
            default -> null;
        };
    }

    private static Header header(String name, byte[] value) {
        return new RecordHeader(name, value);
    }
}
