package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.config.SinkConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** A delivery with everything around it in memory, and a clock that stands still. */
final class DeliveryOf implements DeliveryListener {
    static final TopicPartition T0 = new TopicPartition("t", 0);
    static final TopicPartition T1 = new TopicPartition("t", 1);

    final FakeTaskContext context = new FakeTaskContext();
    final FakeStore store = new FakeStore();
    final Map<RotationCause, Integer> causes = new EnumMap<>(RotationCause.class);
    final RecordDelivery delivery;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** @param options beside bucket, JSON format and a flush.size of 1000 */
    DeliveryOf(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "s3.bucket.name", "b", "format.class", "json", "flush.size", "1000", "buffer.memory.bytes", "1048576"));
        all.putAll(options);
        SinkConfig config = SinkConfig.from(all);
        context.reporter = options.containsKey("errors.tolerance");
        delivery = new RecordDelivery(
                context, config.layout(), config.errors(), new ObjectBuffers(config.buffers()), store, this, () -> now);
    }

    @Override
    public void rotated(RotationCause cause, int objects) {
        causes.merge(cause, 1, Integer::sum);
    }

    @Override
    public void state(int openObjects, long offsetsNotDurable) {
        // Asked for by other means.
    }

    @Override
    public void unwritable() {
        // Seen by the reporter.
    }

    void put(SinkRecord... records) {
        delivery.put(List.of(records));
    }

    void put(Collection<SinkRecord> records) {
        delivery.put(records);
    }

    /** What is safe to commit when both partitions were consumed up to these positions. */
    Map<TopicPartition, OffsetAndMetadata> safe(long zero, long one) {
        return delivery.safeOffsets(offsets(zero, one));
    }

    static Map<TopicPartition, OffsetAndMetadata> offsets(long zero, long one) {
        return Map.of(T0, new OffsetAndMetadata(zero), T1, new OffsetAndMetadata(one));
    }

    /** Records of a partition whose values are their offsets. */
    static List<SinkRecord> records(int partition, long from, long to) {
        List<SinkRecord> records = new ArrayList<>();
        for (long offset = from; offset < to; offset++) {
            records.add(sinkRecord(partition, offset, null, offset));
        }
        return records;
    }

    static SinkRecord sinkRecord(int partition, long offset, Schema schema, Object value) {
        return new SinkRecord("t", partition, null, null, schema, value, offset);
    }

    /** A record with a Kafka timestamp. */
    static SinkRecord at(long offset, Instant timestamp, Object value) {
        return new SinkRecord(
                "t", 0, null, null, null, value, offset, timestamp.toEpochMilli(), TimestampType.CREATE_TIME);
    }
}
