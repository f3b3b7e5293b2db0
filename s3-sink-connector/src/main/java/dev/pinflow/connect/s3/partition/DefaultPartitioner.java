package dev.pinflow.connect.s3.partition;

import org.apache.kafka.connect.sink.SinkRecord;

/** Goes by the Kafka partition alone: {@code partition=0}. */
public final class DefaultPartitioner implements Partitioner {
    private Integer partition = -1;
    private String encoded = "";

    @Override
    public String encode(SinkRecord sinkRecord, long now) {
        // Records mostly come in runs of one partition.
        if (!partition.equals(sinkRecord.kafkaPartition())) {
            partition = sinkRecord.kafkaPartition();
            encoded = "partition=" + partition;
        }
        return encoded;
    }
}
