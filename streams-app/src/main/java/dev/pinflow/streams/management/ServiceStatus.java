package dev.pinflow.streams.management;

import dev.pinflow.streams.state.RestoreProgress;
import java.util.List;

/**
 * What the service is doing, as {@code /status} tells it: the record's members are the JSON's.
 *
 * @param state of the service as a whole
 * @param parts the Kafka Streams applications that it is made of
 */
public record ServiceStatus(String state, List<Part> parts) {
    /**
     * One Kafka Streams application.
     *
     * @param state Kafka Streams' own word for it
     * @param threadFailures how many stream threads failed since the start
     * @param failingSince when the present run of failures began as an ISO instant, or the empty text
     */
    public record Part(
            String name,
            String applicationId,
            String state,
            long threadFailures,
            String failingSince,
            List<StreamThread> threads,
            List<PartitionLag> lag,
            List<RestoreProgress.Restore> stores) {}

    /** @param activeTasks ids as {@code <subtopology>_<partition>} */
    public record StreamThread(String name, String state, List<String> activeTasks, List<String> standbyTasks) {}

    /**
     * An input partition that this instance works on.
     *
     * @param committed the offset up to which records are processed and committed, or -1
     * @param end the offset behind the last record, or -1
     * @param lag the distance, in which markers of transactions count too
     */
    public record PartitionLag(String topic, int partition, long committed, long end, long lag) {}
}
