package dev.pinflow.streams.service;

import org.apache.kafka.streams.KafkaStreams;

/** What the service is doing. */
public enum ServiceState {
    /** It starts, or shares its partitions anew with other instances. */
    STARTING,
    /** It cleans records. */
    RUNNING,
    /** It was asked to stop and finishes what it holds. */
    STOPPING,
    /** It has stopped in good order. */
    STOPPED,
    /** It has given up; {@link CleaningService#failure()} tells why. */
    FAILED;

    static ServiceState of(KafkaStreams.State state) {
        return switch (state) {
            case CREATED, REBALANCING -> STARTING;
            case RUNNING -> RUNNING;
            case PENDING_SHUTDOWN -> STOPPING;
            case NOT_RUNNING -> STOPPED;
            case PENDING_ERROR, ERROR -> FAILED;
        };
    }
}
