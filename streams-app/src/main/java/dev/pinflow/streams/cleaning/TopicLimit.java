package dev.pinflow.streams.cleaning;

import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * How large a record a topic takes. A record over the limit fails in the producer or the broker each time it is read
 * again, so it is found out before it is sent.
 *
 * @param maxBytes the topic's {@code max.message.bytes}: of a batch, compressed as the producer does it
 * @param maxRequestBytes the producer's {@code max.request.size}: of a batch, before compression
 * @param compression the producer's {@code compression.type}; {@code none} when the broker compresses anew
 */
public record TopicLimit(int maxBytes, int maxRequestBytes, String compression) {
    /** Takes everything, for topologies that run without a broker. */
    public static final TopicLimit UNLIMITED = new TopicLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, "none");

    /** Compresses only when there is doubt: most records are small. */
    boolean takes(byte[] key, byte[] value, Headers headers) {
        int uncompressed = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE, CompressionType.NONE, key, value, headers.toArray());
        return uncompressed <= maxRequestBytes
                && (uncompressed <= maxBytes || compressedBytes(key, value, headers) <= maxBytes);
    }

    private int compressedBytes(byte[] key, byte[] value, Headers headers) {
        SimpleRecord record = new SimpleRecord(RecordBatch.NO_TIMESTAMP, key, value, headers.toArray());
        return MemoryRecords.withRecords(Compression.of(compression).build(), record)
                .sizeInBytes();
    }
}
