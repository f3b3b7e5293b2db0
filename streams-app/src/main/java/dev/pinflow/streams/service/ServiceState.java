package dev.pinflow.streams.service;

/** What the service is doing. */
public enum ServiceState {
    /** It starts, or shares its partitions anew with other instances. */
    STARTING,
    /** It cleans records and keeps answers. */
    RUNNING,
    /** It was asked to stop and finishes what it holds. */
    STOPPING,
    /** It has stopped in good order. */
    STOPPED,
    /** It has given up; {@link StreamsService#failure()} tells why. */
    FAILED
}
