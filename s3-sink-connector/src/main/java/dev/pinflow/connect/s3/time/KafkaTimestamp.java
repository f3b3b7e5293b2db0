package dev.pinflow.connect.s3.time;

import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** The record's timestamp in Kafka: when it was created or appended, as the topic is set up. */
final class KafkaTimestamp implements TimestampExtractor {
    @Override
    public long timestamp(SinkRecord sinkRecord, long now) {
        Long timestamp = sinkRecord.timestamp();
        if (timestamp == null) {
            throw new DataException("The record has no timestamp in Kafka, which timestamp.extractor=Record takes:"
                    + " set message.timestamp.type=LogAppendTime on the topic, or use RecordField");
        }
        return timestamp;
    }
}
