package dev.pinflow.connect.s3.upload;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the objects of a name durable without ever harming what another writer, mostly an earlier or a displaced owner of
 * the same partition, has put under their keys.
 */
final class ConditionalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ConditionalWriter.class);

    /** Under a key that changes more often than this while we look at it, somebody else is at work. */
    private static final int LOOKS = 10;

    private final S3Requests requests;
    private final ObjectSender sender;
    private final boolean conditional;
    private final boolean replacesShorter;

    /**
     * @param conditional whether objects are looked at before they are replaced
     * @param replacesShorter whether an object that ends before ours is replaced, which is safe where object boundaries
     *     depend on the records alone; else ours continues after its end
     */
    ConditionalWriter(S3Requests requests, ObjectSender sender, boolean conditional, boolean replacesShorter) {
        this.requests = requests;
        this.sender = sender;
        this.conditional = conditional;
        this.replacesShorter = replacesShorter;
    }

    /**
     * Returns when the set is durable, or as much of it as another writer has written.
     *
     * @return the offset through which records of this name's lane are durable: the set's last one; or a higher one; or a
     *     lower one when the records after it must be written under another name
     * @throws RetriableException when it should be called again
     * @throws ConnectException when it cannot be done
     */
    long write(SealedSet set) {
        try {
            for (SealedObject companion : set.companions()) {
                writeCompanion(companion, set);
            }
            return writeAnchor(set);
        } catch (UploadGone e) {
            if (set.all().stream().allMatch(object -> object.early().isEmpty())) {
                throw e;
            }
            LOG.warn("{} Its records are read again", e.getMessage());
            set.all().forEach(sender::discard);
            return set.offsets().first() - 1;
        }
    }

    private void writeCompanion(SealedObject companion, SealedSet set) {
        Condition condition = first();
        for (int look = 0; look < LOOKS; look++) {
            try {
                sender.send(companion, condition);
                return;
            } catch (PreconditionFailed e) {
                Optional<Existing> existing = requests.head(companion.key());
                Optional<Existing> anchor = requests.head(set.anchor().key());
                // Beside an anchor that stays it belongs to that; else it is what a broken attempt left.
                if (existing.isPresent()
                        && anchor.isPresent()
                        && through(anchor.get(), set).isPresent()) {
                    sender.discard(companion);
                    return;
                }
                condition = next(existing);
            }
        }
        throw restless(companion);
    }

    private long writeAnchor(SealedSet set) {
        Condition condition = first();
        for (int look = 0; look < LOOKS; look++) {
            try {
                sender.send(set.anchor(), condition);
                return set.offsets().last();
            } catch (PreconditionFailed e) {
                Optional<Existing> existing = requests.head(set.anchor().key());
                OptionalLong through = existing.isPresent() ? through(existing.get(), set) : OptionalLong.empty();
                if (through.isPresent()) {
                    sender.discard(set.anchor());
                    return through.getAsLong();
                }
                condition = next(existing);
            }
        }
        throw restless(set.anchor());
    }

    /** Through which offset the existing anchor has the lane's records; empty when it is to be replaced. */
    private OptionalLong through(Existing existing, SealedSet set) {
        requireSameOrigin(existing, set.anchor());
        OffsetRuns ours = set.offsets();
        if (existing.end().isEmpty() || existing.end().getAsLong() < ours.first()) {
            return existing.origin().isKnown() ? undescribed(existing, set) : foreign(existing, set);
        }
        long end = existing.end().getAsLong();
        if (end > ours.last() || covers(existing, set.anchor())) {
            return OptionalLong.of(end);
        }
        boolean continued = end < ours.last()
                && (!replacesShorter
                        || requests.head(set.keyAt().apply(ours.firstAfter(end).orElseThrow()))
                                .isPresent());
        if (continued) {
            LOG.info(
                    "{} has the records through offset {} already; those after it follow",
                    set.anchor().key(),
                    end);
            return OptionalLong.of(end);
        }
        LOG.info(
                "{} ends at offset {} and is replaced by one that ends at {}",
                set.anchor().key(),
                end,
                ours.last());
        return OptionalLong.empty();
    }

    /** Offsets are only comparable among the records of one topic partition in one life of its topic. */
    private static void requireSameOrigin(Existing existing, SealedObject ours) {
        RecordOrigin there = existing.origin();
        if (!there.isKnown() || there.equals(ours.origin())) {
            return;
        }
        String reason = there.source().equals(ours.origin().source())
                ? "has other records of " + there.source()
                        + " at the same offsets, as if the topic had been deleted and" + " created anew"
                : "has records of " + there.source() + ", and those of "
                        + ours.origin().source() + " have the same name by a transform";
        throw new ConnectException(
                "The object " + ours.key() + " " + reason + ". Nothing was replaced: move it away, give"
                        + " the connector a topics.dir of its own, or set enable.conditional.writes=false to have it replaced;"
                        + " then restart the task");
    }

    /**
     * An object of ours that was completed in parts and not described yet: by its size it is the same, else it is
     * replaced. Its records were never committed, and no later object of its writer exists.
     */
    private OptionalLong undescribed(Existing existing, SealedSet set) {
        if (existing.bytes() != set.anchor().bytes()) {
            return OptionalLong.empty();
        }
        try {
            requests.describe(set.anchor(), existing.tag());
        } catch (PreconditionFailed e) {
            LOG.debug("{} was described meanwhile", set.anchor().key(), e);
        }
        return OptionalLong.of(set.offsets().last());
    }

    /** An object of another program. */
    private static OptionalLong foreign(Existing existing, SealedSet set) {
        SealedObject anchor = set.anchor();
        if (existing.bytes() == anchor.bytes()) {
            return OptionalLong.of(set.offsets().last());
        }
        if (existing.bytes() > anchor.bytes()) {
            throw new ConnectException("Another program has written a larger object under " + anchor.key()
                    + " than the " + set.offsets().records()
                    + " records that belong there. Nothing was replaced: move that"
                    + " object away, give the connector a topics.dir of its own, or set enable.conditional.writes=false"
                    + " to have it replaced; then restart the task");
        }
        LOG.warn("{} was written by another program and is replaced by a larger object", anchor.key());
        return OptionalLong.empty();
    }

    private static boolean covers(Existing existing, SealedObject ours) {
        return existing.end().equals(OptionalLong.of(ours.offsets().last()))
                && existing.records().orElse(0) >= ours.offsets().records();
    }

    private Condition first() {
        return conditional ? new Condition.Absent() : new Condition.None();
    }

    private static Condition next(Optional<Existing> existing) {
        return existing.<Condition>map(present -> new Condition.Unchanged(present.tag()))
                .orElseGet(Condition.Absent::new);
    }

    private static RetriableException restless(SealedObject object) {
        return new RetriableException(
                object.key() + " keeps changing: does another connector write under the same keys?");
    }
}
