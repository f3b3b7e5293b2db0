package dev.pinflow.connect.s3.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Which records are durable already, because another writer has written them: lane by lane, through which offset. */
final class Coverage {
    private final Map<Lane, Long> through = new HashMap<>();
    private long highest = -1;
    private long heldAt = -1;

    boolean isEmpty() {
        return through.isEmpty();
    }

    /** Whether the record of this lane is durable. Offsets come in ascending order. */
    boolean has(Lane lane, long offset) {
        if (offset > highest) {
            through.clear();
            return false;
        }
        return through.getOrDefault(lane, -1L) >= offset;
    }

    /**
     * Notes what was found out when a group met what others have written.
     *
     * @param groupFirst the group's first offset: only a replay from there meets the same again
     */
    void add(Map<Lane, Long> more, long groupFirst) {
        if (groupFirst > highest) {
            heldAt = groupFirst;
        }
        more.forEach((lane, offset) -> {
            through.merge(lane, offset, Math::max);
            highest = Math.max(highest, offset);
        });
    }

    /**
     * What may be committed: the first offset that is not durable, or where a replay has to begin as long as what others
     * have written lies beyond that.
     *
     * @param firstNotDurable empty when everything consumed is durable
     * @param lastConsumed the last offset that was consumed
     */
    OptionalLong frontier(OptionalLong firstNotDurable, long lastConsumed) {
        boolean held = heldAt >= 0 && firstNotDurable.orElse(lastConsumed + 1) <= highest;
        return held ? OptionalLong.of(heldAt) : firstNotDurable;
    }

    void clear() {
        through.clear();
        highest = -1;
        heldAt = -1;
    }
}
