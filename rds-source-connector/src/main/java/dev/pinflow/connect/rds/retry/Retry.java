package dev.pinflow.connect.rds.retry;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The back-off between failed attempts and the point at which they end. For one thread. */
public final class Retry {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final int MAX_DOUBLINGS = 30;

    private final RetryConfig config;
    private final String database;
    private final LongSupplier nanoClock;
    private final DoubleSupplier jitter;
    private int failures;
    private long firstFailure;
    private long nextAttempt;

    /**
     * Nothing has failed yet.
     *
     * @param database how messages name what fails; never with credentials
     */
    public Retry(RetryConfig config, String database) {
        this(config, database, System::nanoTime, Math::random);
    }

    Retry(RetryConfig config, String database, LongSupplier nanoClock, DoubleSupplier jitter) {
        this.config = config;
        this.database = database;
        this.nanoClock = nanoClock;
        this.jitter = jitter;
    }

    /** Nanoseconds until the next attempt may be made; 0 when it may be made now. */
    public long remainingNanos() {
        return failures == 0 ? 0 : Math.max(0, nextAttempt - nanoClock.getAsLong());
    }

    /** The last attempt went well. */
    public void succeeded() {
        if (failures > 0) {
            LOG.info("{} answers again after {} failed attempts", database, failures);
            failures = 0;
        }
    }

    /**
     * The last attempt failed; the next one has to wait for {@link #remainingNanos()}.
     *
     * @throws ConnectException when waiting is of no use, or has been tried for the whole budget
     */
    public void failed(SQLException failure) {
        if (SqlFailure.of(failure) == SqlFailure.LASTING) {
            throw new ConnectException(
                    "Cannot read from " + database + ": " + failure.getMessage() + " (SQLSTATE " + failure.getSQLState()
                            + "). Correct the database or the connector's configuration, then restart the task.",
                    failure);
        }
        long now = nanoClock.getAsLong();
        if (failures == 0) {
            firstFailure = now;
        }
        failures++;
        Duration failing = Duration.ofNanos(now - firstFailure);
        if (failing.compareTo(config.budget()) >= 0) {
            throw new ConnectException(
                    database + " has failed for " + failing.toMillis() + " ms in " + failures + " attempts, "
                            + RetryConfig.BUDGET + " is " + config.budget().toMillis() + ": " + failure.getMessage()
                            + " Bring the database back or raise " + RetryConfig.BUDGET + ", then restart the task.",
                    failure);
        }
        Duration pause = pause();
        nextAttempt = now + pause.toNanos();
        LOG.warn(
                "{} failed (attempt {}), next try in {} ms: {}",
                database,
                failures,
                pause.toMillis(),
                failure.getMessage());
    }

    /** Half of the current back-off plus a random part of the other half, so that many tasks do not return at once. */
    private Duration pause() {
        long doubled = config.backoff().toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long ceiling = Math.min(
                doubled <= 0 ? Long.MAX_VALUE : doubled, config.maxBackoff().toMillis());
        return Duration.ofMillis((long) (ceiling * (0.5 + 0.5 * jitter.getAsDouble())));
    }
}
