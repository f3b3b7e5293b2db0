package dev.pinflow.connect.s3.partition;

import org.apache.kafka.connect.sink.SinkRecord;

/** Goes by the Kafka partition alone: {@code partition=0}. */
public final class DefaultPartitioner implements Partitioner {
    @Override
    public String encode(SinkRecord sinkRecord) {
        return "partition=" + sinkRecord.kafkaPartition();
    }
}
