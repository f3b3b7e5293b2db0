package dev.pinflow.connect.s3.client;

import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How hard one request is tried.
 *
 * @param attempts the first included, at least 1
 * @param backoff before the second attempt; doubled for each further one, with jitter
 */
record Retries(int attempts, Duration backoff) {
    static final String PART_RETRIES = "s3.part.retries";
    static final String RETRY_BACKOFF = "s3.retry.backoff.ms";

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_BACKOFF = Duration.ofDays(1);

    static void define(ConfigDef def) {
        def.define(
                PART_RETRIES,
                ConfigDef.Type.INT,
                3,
                Range.atLeast(0),
                Importance.MEDIUM,
                "Attempts per request, the first included; 0 means one attempt too.");
        def.define(
                RETRY_BACKOFF,
                ConfigDef.Type.LONG,
                200L,
                Range.atLeast(0),
                Importance.LOW,
                "Base in ms of the exponential pause between attempts, at most a day.");
    }

    static Retries from(AbstractConfig config) {
        long backoff = Math.min(config.getLong(RETRY_BACKOFF), LONGEST_BACKOFF.toMillis());
        return new Retries(Math.max(1, config.getInt(PART_RETRIES)), Duration.ofMillis(backoff));
    }

    StandardRetryStrategy strategy() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(pauses())
                .throttlingBackoffStrategy(pauses())
                // It would cut attempts short when many requests fail, and the option promises their number.
                .circuitBreakerEnabled(false)
                .build();
    }

    private BackoffStrategy pauses() {
        Duration longest = backoff.compareTo(LONGEST_PAUSE) > 0 ? backoff : LONGEST_PAUSE;
        return backoff.isZero()
                ? BackoffStrategy.retryImmediately()
                : BackoffStrategy.exponentialDelay(backoff, longest);
    }
}
