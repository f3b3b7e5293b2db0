package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.upload.ObjectUploads;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one topic partition to S3: records go into open objects; the objects of a rotation go up side by side, rotations
 * one after the other, so that what is durable never has a gap. Records are read again only when another writer turns
 * out to have written some of them.
 */
final class PartitionDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionDelivery.class);

    /** One group goes up while the next one waits; beyond that, reading goes on only when S3 has caught up. */
    private static final int MOST_SEALED = 2;

    private final TopicPartition partition;
    private final RecordWriting writing;
    private final ObjectUploads uploads;
    private final SinkTaskContext context;
    private final DeliveryListener listener;
    private final Deque<SealedGroup> sealed = new ArrayDeque<>();
    private final Coverage covered = new Coverage();
    private boolean paused;

    /** Where the consumer was sent back to in this put; records that follow in the same put come again later. */
    private OptionalLong rewoundTo = OptionalLong.empty();

    private long lastOffset = -1;
    private long reportedThrough = -1;

    PartitionDelivery(
            TopicPartition partition,
            Layout layout,
            ObjectOpening opening,
            ObjectUploads uploads,
            SinkTaskContext context,
            DeliveryListener listener) {
        this.partition = partition;
        this.writing = new RecordWriting(layout, opening, this::seal);
        this.uploads = uploads;
        this.context = context;
        this.listener = listener;
    }

    /**
     * Called at the start of every put: by then the framework has moved the consumer to where it was sent.
     *
     * @param full whether memory is short, so that reading must wait
     * @throws org.apache.kafka.connect.errors.ConnectException when an upload has failed for good
     */
    void beginPut(Instant now, boolean full) {
        rewoundTo = OptionalLong.empty();
        takeResults();
        writing.rotateIfDue(now);
        boolean behind = full || sealed.size() >= MOST_SEALED;
        if (paused && !behind) {
            context.resume(partition);
            paused = false;
        } else if (!paused && behind) {
            pause();
        }
    }

    /** Whether records of this put are passed over because they come again. */
    boolean isRewound() {
        return rewoundTo.isPresent();
    }

    /** Takes a record, if it does not come again; errors as {@link RecordWriting#write}. */
    void write(SinkRecord sinkRecord, Instant now) {
        long offset = RecordCoordinates.offset(sinkRecord);
        if (offset <= lastOffset) {
            LOG.info("{} is read again from offset {}: what is open is begun anew", partition, offset);
            drop();
            covered.clear();
        }
        lastOffset = offset;
        writing.write(sinkRecord, now, covered);
        if (!paused && sealed.size() >= MOST_SEALED) {
            pause();
        }
    }

    /** The offset from which a crash must have records read again; empty when everything consumed is durable. */
    OptionalLong frontier() {
        return covered.frontier(firstNotDurable(), lastOffset);
    }

    private OptionalLong firstNotDurable() {
        if (!sealed.isEmpty()) {
            return OptionalLong.of(sealed.peek().firstOffset());
        }
        if (!writing.group().isEmpty()) {
            return OptionalLong.of(writing.group().firstOffset());
        }
        return rewoundTo;
    }

    /** Whether nothing was reported about the record yet, which may have been read before. */
    boolean isNewlyUnwritable(SinkRecord sinkRecord) {
        long offset = RecordCoordinates.offset(sinkRecord);
        boolean isNew = offset > reportedThrough;
        reportedThrough = Math.max(reportedThrough, offset);
        return isNew;
    }

    /** Offsets that were consumed and are not durable yet. */
    long notDurable() {
        OptionalLong first = frontier();
        return first.isPresent() ? Math.max(0, lastOffset + 1 - first.getAsLong()) : 0;
    }

    /** When this partition needs a put even if no record comes. */
    Optional<Instant> due() {
        return writing.group().due();
    }

    boolean isUploading() {
        return !sealed.isEmpty();
    }

    boolean isPaused() {
        return paused;
    }

    Collection<OpenObject> openObjects() {
        return writing.group().objects();
    }

    /** Moves what waits for its upload out of memory. */
    void spillWaiting() {
        sealed.forEach(SealedGroup::spill);
    }

    /** Leaves nothing behind but uploads that run, which end by themselves. */
    void drop() {
        writing.drop();
        sealed.forEach(SealedGroup::drop);
        sealed.clear();
    }

    private void seal(SealedGroup group) {
        listener.rotated(group.cause(), group.objects());
        sealed.add(group);
        if (sealed.size() == 1) {
            group.start(uploads);
        }
    }

    private void takeResults() {
        while (!sealed.isEmpty() && sealed.peek().isDone()) {
            SealedGroup done = sealed.peek();
            Map<Lane, Long> differences = done.differences();
            sealed.remove();
            if (!differences.isEmpty()) {
                resumeAfterOthers(done, differences);
                return;
            }
            if (done.cause() == RotationCause.WALL_CLOCK) {
                // A replay may rotate at other records than this clock did; the sooner the offset is safe, the better.
                context.requestCommit();
            }
            if (!sealed.isEmpty()) {
                sealed.peek().start(uploads);
            }
        }
    }

    /** Goes on with the first record that is not durable, passing over those that are. */
    private void resumeAfterOthers(SealedGroup met, Map<Lane, Long> durable) {
        long target = met.resumeAt();
        LOG.info("Another writer has written some of {}: going on at offset {}", partition, target);
        drop();
        covered.add(durable, met.firstOffset());
        rewoundTo = OptionalLong.of(target);
        lastOffset = target - 1;
        context.offset(partition, target);
    }

    private void pause() {
        context.pause(partition);
        paused = true;
    }
}
