package dev.pinflow.connect.s3.partition;

import org.apache.kafka.connect.sink.SinkRecord;

/** Decides below which folder of its topic a record's object lies. Called from the task's thread only. */
@FunctionalInterface
public interface Partitioner {
    /**
     * The encoded partition, such as {@code partition=0}: the elements between the topic and the object's name.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the record lacks what the partitioner goes by
     */
    String encode(SinkRecord sinkRecord);
}
