package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.upload.ObjectUploads;
import dev.pinflow.connect.s3.upload.OffsetRuns;
import dev.pinflow.connect.s3.upload.SealedSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.connect.errors.ConnectException;

/** The objects of one rotation of a topic partition, on their way to S3. */
final class SealedGroup {
    private final List<Member> members;
    private final long firstOffset;
    private final long nextOffset;
    private final RotationCause cause;
    private List<CompletableFuture<Long>> results = List.of();

    record Member(Lane lane, SealedSet set) {}

    SealedGroup(OpenGroup group, RotationCause cause) {
        this.firstOffset = group.firstOffset();
        this.nextOffset = group.lastOffset() + 1;
        this.cause = cause;
        this.members = group.seal();
    }

    long firstOffset() {
        return firstOffset;
    }

    RotationCause cause() {
        return cause;
    }

    int objects() {
        return members.size();
    }

    boolean isStarted() {
        return !results.isEmpty();
    }

    void start(ObjectUploads uploads) {
        results = members.stream().map(member -> uploads.write(member.set())).toList();
    }

    boolean isDone() {
        return isStarted() && results.stream().allMatch(CompletableFuture::isDone);
    }

    /**
     * How far each lane is durable, where that differs from what was handed over; to be called when done.
     *
     * @throws ConnectException when an object cannot be made durable
     */
    Map<Lane, Long> differences() {
        Map<Lane, Long> through = new HashMap<>();
        boolean differs = false;
        for (int i = 0; i < members.size(); i++) {
            long reached = result(i);
            through.put(members.get(i).lane(), reached);
            differs |= reached != offsets(i).last();
        }
        return differs ? through : Map.of();
    }

    /** The first offset that must be read again; the one after the group when all of it is durable. */
    long resumeAt() {
        long lowest = nextOffset;
        for (int i = 0; i < members.size(); i++) {
            OptionalLong missing = offsets(i).firstAfter(result(i));
            lowest = Math.min(lowest, missing.orElse(nextOffset));
        }
        return lowest;
    }

    /** Frees memory of objects that wait for their turn. */
    void spill() {
        if (!isStarted()) {
            members.forEach(member -> member.set().spill());
        }
    }

    /** Leaves nothing behind of what was not started; of what was, no further attempt begins. */
    void drop() {
        for (Member member : members) {
            if (isStarted()) {
                member.set().cancel();
            } else {
                member.set().drop();
            }
        }
    }

    private OffsetRuns offsets(int i) {
        return members.get(i).set().offsets();
    }

    private long result(int i) {
        try {
            return results.get(i).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ConnectException cause) {
                throw new ConnectException(cause.getMessage(), cause);
            }
            throw new ConnectException("An upload failed: " + e.getCause(), e.getCause());
        }
    }
}
