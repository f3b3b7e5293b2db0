package dev.pinflow.connect.s3.partition;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Decides below which folder of its topic a record's object lies. Own implementations, named by {@code
 * partitioner.class}, need a public constructor without parameters and lie in the plugin's folder.
 *
 * <p>Called from the task's thread only, once per record: what does not change from record to record is best kept. A
 * replay writes the same objects only if the answer depends on the record alone.
 */
@FunctionalInterface
public interface Partitioner {
    /**
     * Called once, before the first record; during validation too, on an instance that sees no record.
     *
     * @param options all options of the connector as they were given, those that it does not know included
     * @throws org.apache.kafka.common.config.ConfigException naming the option that does not fit
     */
    default void configure(Map<String, ?> options) {}

    /**
     * The encoded partition, such as {@code partition=0}: the elements between the topic and the object's name.
     *
     * @param now milliseconds since 1970-01-01T00:00Z, the same for all records of one put
     * @throws org.apache.kafka.connect.errors.DataException when the record lacks what the partitioner goes by
     */
    String encode(SinkRecord sinkRecord, long now);
}
