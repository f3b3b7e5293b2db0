package dev.pinflow.connect.s3.upload;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The objects of one name: values, keys, headers of the same records.
 *
 * @param companions become durable first
 * @param anchor becomes durable last: once it is there, all records of the set are
 * @param keyAt the key that the anchor would have if its first record had another offset
 */
public record SealedSet(List<SealedObject> companions, SealedObject anchor, LongFunction<String> keyAt) {
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
