package dev.pinflow.streams.config;

import java.time.Duration;

/**
 * Where health, metrics and answers are served.
 *
 * @param host the address to listen on
 * @param port 0 for any free one, -1 for none
 * @param readyGrace how long an instance counts as ready while partitions move between instances
 */
public record ManagementConfiguration(String host, int port, Duration readyGrace) {}
