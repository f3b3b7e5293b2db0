package dev.pinflow.streams.cleaning;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp. Some clients send records without one (-1), which the built-in extractors either die of or
 * drop; such a record gets the time of its partition so far, or the wall clock at the partition's beginning.
 */
final class NeverFailingTimestamps implements TimestampExtractor {
    private final Clock clock;

    NeverFailingTimestamps() {
        this(Clock.systemUTC());
    }

    /** Visible for testing. */
    NeverFailingTimestamps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.timestamp() >= 0) {
            return record.timestamp();
        }
        return partitionTime >= 0 ? partitionTime : clock.millis();
    }
}
