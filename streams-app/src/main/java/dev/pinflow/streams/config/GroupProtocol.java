package dev.pinflow.streams.config;

import java.util.Locale;

/** How instances agree on who has which partitions. */
public enum GroupProtocol {
    /** The clients decide; every broker has it. */
    CLASSIC,
    /** The broker decides (KIP-1071), from version 4.2.1 on; the session time-out and standby replicas are its settings. */
    STREAMS;

    /** Kafka's name of it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
