package dev.pinflow.streams.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * How far the partitions that an instance works on are processed.
 *
 * @param offsets of each partition of an active task
 */
record Progress(Map<TopicPartition, Offsets> offsets) {
    /**
     * @param committed the offset up to which records are processed and committed, or -1 when nothing is known
     * @param end the offset behind the last record, or -1 when nothing is known
     */
    record Offsets(long committed, long end) {
        /** How many offsets are to be processed, control records included; 0 as long as that is unknown. */
        long lag() {
            return end < 0 ? 0 : Math.max(0, end - Math.max(0, committed));
        }
    }

    Progress {
        offsets = Map.copyOf(offsets);
    }

    static Progress of(Collection<ThreadMetadata> threads) {
        Map<TopicPartition, Offsets> offsets = new HashMap<>();
        for (ThreadMetadata thread : threads) {
            for (TaskMetadata task : thread.activeTasks()) {
                for (TopicPartition partition : task.topicPartitions()) {
                    offsets.put(
                            partition,
                            new Offsets(
                                    task.committedOffsets().getOrDefault(partition, -1L),
                                    task.endOffsets().getOrDefault(partition, -1L)));
                }
            }
        }
        return new Progress(offsets);
    }

    /** Whether each partition was processed to its end, or further than it was then. */
    boolean goesOnSince(Progress earlier) {
        return offsets.entrySet().stream()
                .allMatch(now -> now.getValue().lag() == 0
                        || now.getValue().committed()
                                > earlier.offsets
                                        .getOrDefault(now.getKey(), new Offsets(Long.MAX_VALUE, -1))
                                        .committed());
    }
}
