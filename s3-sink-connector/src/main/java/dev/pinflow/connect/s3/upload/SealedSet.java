package dev.pinflow.connect.s3.upload;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The objects of one name: values, keys, headers of the same records. */
public final class SealedSet {
    private final List<SealedObject> companions;
    private final SealedObject anchor;
    private final LongFunction<String> keyAt;
    private volatile boolean dropped;

    /**
     * @param companions become durable first
     * @param anchor becomes durable last: once it is there, all records of the set are
     * @param keyAt the key that the anchor would have if its first record had another offset
     */
    public SealedSet(List<SealedObject> companions, SealedObject anchor, LongFunction<String> keyAt) {
        this.companions = List.copyOf(companions);
        this.anchor = anchor;
        this.keyAt = keyAt;
    }

    public List<SealedObject> companions() {
        return companions;
    }

    public SealedObject anchor() {
        return anchor;
    }

    LongFunction<String> keyAt() {
        return keyAt;
    }

    /** No attempt to upload the set begins any more; called after it was handed over. */
    public void cancel() {
        dropped = true;
    }

    boolean isCancelled() {
        return dropped;
    }

    public OffsetRuns offsets() {
        return anchor.offsets();
    }

    /** Moves all bytes to files; called before the set is handed over. */
    public void spill() {
        all().forEach(object -> object.content().spill());
    }

    /** Leaves nothing behind; called instead of handing the set over. */
    public void drop() {
        all().forEach(object -> {
            object.release();
            object.early().ifPresent(EarlyParts::abandon);
        });
    }

    /** Size of all objects. */
    long bytes() {
        return all().stream().mapToLong(SealedObject::bytes).sum();
    }

    List<SealedObject> all() {
        return Stream.concat(companions.stream(), Stream.of(anchor)).toList();
    }
}
