package dev.pinflow.streams.config;

import java.time.Duration;

/**
 * How one instance keeps and serves the live answers.
 *
 * @param enabled whether it does so at all
 * @param applicationId consumer group and prefix of the internal topics
 * @param threads stream threads, 1 to 64
 * @param standbyReplicas how many other instances keep a copy of the state
 * @param asOfInterval time between looks at how far the answers have come
 */
public record AnswersConfiguration(
        boolean enabled, String applicationId, int threads, int standbyReplicas, Duration asOfInterval) {}
