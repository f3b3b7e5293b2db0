package dev.pinflow.connect.s3.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one topic partition to S3 whatever the store does: when an upload fails for now, everything that is not
 * durable is dropped, the consumer goes back to the first dropped record and the partition rests. Records that are
 * written again get the same keys, so nothing is doubled.
 */
final class PartitionDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionDelivery.class);

    private final TopicPartition partition;
    private final PartitionWriter writer;
    private final SinkTaskContext context;
    private final ErrorConfig errors;
    private final InstantSource clock;

    /** Where the consumer was sent back to in this put; records that follow in the same put come again later. */
    private OptionalLong rewoundTo = OptionalLong.empty();

    private Optional<Instant> restsUntil = Optional.empty();
    private Optional<Instant> failingSince = Optional.empty();

    /** @param clock tells how late it is after an upload, which may have taken minutes */
    PartitionDelivery(
            TopicPartition partition,
            PartitionWriter writer,
            SinkTaskContext context,
            ErrorConfig errors,
            InstantSource clock) {
        this.partition = partition;
        this.writer = writer;
        this.context = context;
        this.errors = errors;
        this.clock = clock;
    }

    /** Called at the start of every put: by then the framework has moved the consumer to where it was sent. */
    void beginPut(Instant now) {
        rewoundTo = OptionalLong.empty();
        if (restsUntil.isPresent() && !now.isBefore(restsUntil.get())) {
            restsUntil = Optional.empty();
            context.resume(partition);
        }
    }

    /** Errors as {@link PartitionWriter#write}, except those that a later attempt may fix. */
    void write(SinkRecord sinkRecord, Instant now) {
        guarded(now, time -> writer.write(sinkRecord, time));
    }

    void rotateIfDue(Instant now) {
        if (guarded(now, writer::rotateIfDue)) {
            // A replay may rotate at other records than this clock did; the sooner the offset is safe, the better.
            context.requestCommit();
        }
    }

    /** Whether records of this put are passed over because they come again. */
    boolean isRewound() {
        return rewoundTo.isPresent();
    }

    /** The lowest offset that must be read again after a crash; empty when everything consumed is durable. */
    OptionalLong frontier() {
        return rewoundTo.isPresent() ? rewoundTo : writer.firstBuffered();
    }

    /** When this partition needs a put even if no record comes. */
    Optional<Instant> nextMoment() {
        return restsUntil.isPresent() ? restsUntil : writer.nextTick();
    }

    private boolean guarded(Instant now, Predicate<Instant> step) {
        if (rewoundTo.isPresent()) {
            return false;
        }
        boolean uploaded;
        try {
            uploaded = step.test(now);
        } catch (RetriableException e) {
            rewind(writer.firstBuffered().orElseThrow(), clock.instant(), e);
            return false;
        }
        if (uploaded && failingSince.isPresent()) {
            LOG.info("Uploads of {} succeed again", partition);
            failingSince = Optional.empty();
        }
        return uploaded;
    }

    private void rewind(long target, Instant now, RetriableException e) {
        Instant since = failingSince.orElse(now);
        failingSince = Optional.of(since);
        Duration failing = Duration.between(since, now);
        if (failing.compareTo(errors.giveUpAfter()) > 0) {
            throw new ConnectException(
                    "Uploads of " + partition + " have failed for " + failing.toSeconds()
                            + " s, longer than retry.timeout.ms allows: see whether S3 answers, then restart the task."
                            + " Nothing is lost; the task goes on at offset " + target,
                    e);
        }
        LOG.warn(
                "{} Going back to offset {} of {}, next attempt in {}",
                e.getMessage(),
                target,
                partition,
                errors.backoff());
        writer.drop();
        rewoundTo = OptionalLong.of(target);
        restsUntil = Optional.of(now.plus(errors.backoff()));
        context.offset(partition, target);
        context.pause(partition);
    }
}
