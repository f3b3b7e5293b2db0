package dev.pinflow.connect.s3.time;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The time by which a record is partitioned and rotated. Own implementations, named by {@code timestamp.extractor}, need
 * a public constructor without parameters and lie in the plugin's folder.
 *
 * <p>Called from the task's thread only. A replay writes the same objects only if the answer depends on the record alone.
 */
@FunctionalInterface
public interface TimestampExtractor {
    /**
     * Called once, before the first record; during validation too, on an instance that sees no record.
     *
     * @param options all options of the connector as they were given
     * @throws org.apache.kafka.common.config.ConfigException naming the option that does not fit
     */
    default void configure(Map<String, ?> options) {}

    /**
     * Milliseconds since 1970-01-01T00:00Z.
     *
     * @param now the wall clock in the same unit, the same for all records of one put
     * @throws org.apache.kafka.connect.errors.DataException when the record has no such time
     */
    long timestamp(SinkRecord sinkRecord, long now);

    /** Whether a replay of the same record may get another answer, because something else than the record is asked. */
    default boolean dependsOnWallClock() {
        return false;
    }
}
