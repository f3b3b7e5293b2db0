package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.upload.RecordOrigin;
import java.util.Arrays;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a record came from, whatever transforms made of its topic (KIP-793). Offsets are kept by these coordinates,
 * objects are named by the record's own. Workers before Kafka 3.6 do not tell: there the record's own must do.
 */
final class RecordCoordinates {
    private static final boolean KNOWN = Arrays.stream(SinkRecord.class.getMethods())
            .anyMatch(method -> method.getName().equals("originalTopic"));

    private RecordCoordinates() {}

    static String topic(SinkRecord sinkRecord) {
        return KNOWN ? sinkRecord.originalTopic() : sinkRecord.topic();
    }

    static int partition(SinkRecord sinkRecord) {
        return KNOWN ? sinkRecord.originalKafkaPartition() : sinkRecord.kafkaPartition();
    }

    static long offset(SinkRecord sinkRecord) {
        return KNOWN ? sinkRecord.originalKafkaOffset() : sinkRecord.kafkaOffset();
    }

    static RecordOrigin origin(SinkRecord sinkRecord) {
        return new RecordOrigin(
                topicPartition(sinkRecord).toString(),
                sinkRecord.timestamp() == null ? "none" : sinkRecord.timestamp().toString());
    }

    static TopicPartition topicPartition(SinkRecord sinkRecord) {
        return new TopicPartition(topic(sinkRecord), partition(sinkRecord));
    }
}
