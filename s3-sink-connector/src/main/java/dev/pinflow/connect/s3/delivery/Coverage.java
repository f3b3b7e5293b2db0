package dev.pinflow.connect.s3.delivery;

import java.util.HashMap;
import java.util.Map;

/** Which records are durable already, because another writer has written them: lane by lane, through which offset. */
final class Coverage {
    private final Map<Lane, Long> through = new HashMap<>();
    private long highest = -1;

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

    void add(Map<Lane, Long> more) {
        more.forEach((lane, offset) -> {
            through.merge(lane, offset, Math::max);
            highest = Math.max(highest, offset);
        });
    }

    /** The highest offset that was ever added. */
    long highest() {
        return highest;
    }

    void clear() {
        through.clear();
        highest = -1;
    }
}
