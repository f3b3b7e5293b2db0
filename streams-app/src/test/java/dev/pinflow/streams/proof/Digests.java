package dev.pinflow.streams.proof;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What is compared of two records instead of their bytes; two that differ share one with a chance of 2^-64.
 *
 * @param headerCount how many of the raw record's headers a rejected record keeps
 * @param headers all of the raw record's headers
 * @param keptHeaders those that are not of the names that a rejected record gets anew
 */
record Digests(long key, long value, int headerCount, long headers, int keptCount, long keptHeaders) {
    private static final Set<String> REPLACED = Set.of(
            RejectedHeaders.TOPIC,
            RejectedHeaders.PARTITION,
            RejectedHeaders.OFFSET,
            RejectedHeaders.TIMESTAMP,
            RejectedHeaders.REASON,
            RejectedHeaders.FIELD,
            RejectedHeaders.MESSAGE);

    static Digests ofRaw(ConsumerRecord<byte[], byte[]> raw) {
        List<Header> all = List.of(raw.headers().toArray());
        List<Header> kept =
                all.stream().filter(header -> !REPLACED.contains(header.key())).toList();
        return new Digests(of(raw.key()), of(raw.value()), all.size(), of(all), kept.size(), of(kept));
    }

    /** Whether the curated record has all headers of the raw one, in their order and before any others. */
    boolean areHeadersOfCurated(ConsumerRecord<byte[], byte[]> curated) {
        return beginsWith(List.of(curated.headers().toArray()), headerCount, headers);
    }

    boolean areHeadersOfRejected(ConsumerRecord<byte[], byte[]> rejected) {
        List<Header> all = List.of(rejected.headers().toArray());
        return beginsWith(all, keptCount, keptHeaders);
    }

    boolean areBytesOf(ConsumerRecord<byte[], byte[]> rejected) {
        return key == of(rejected.key()) && value == of(rejected.value());
    }

    private static boolean beginsWith(List<Header> all, int count, long digest) {
        return all.size() >= count && of(all.subList(0, count)) == digest;
    }

    private static long of(List<Header> headers) {
        MessageDigest digest = sha256();
        for (Header header : headers) {
            add(digest, header.key().getBytes(StandardCharsets.UTF_8));
            add(digest, header.value());
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static long of(byte[] bytes) {
        MessageDigest digest = sha256();
        add(digest, bytes);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(
                ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
