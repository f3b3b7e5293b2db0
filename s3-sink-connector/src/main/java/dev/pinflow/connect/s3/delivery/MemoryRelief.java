package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.MemoryBudget;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Keeps a task within its memory: what waits goes to files first, then the largest open objects to S3 or to files. */
final class MemoryRelief {
    /** Freed beyond the limit, lest every record asks for relief. */
    private static final double SLACK = 0.25;

    /** Below this, moving an object's bytes costs more than it frees. */
    private static final long LEAST_BYTES = 4 * 1024;

    private final MemoryBudget budget;

    /** Bytes from which on relief is sought; higher than the limit while parts are on their way. */
    private long enough;

    MemoryRelief(MemoryBudget budget) {
        this.budget = budget;
        this.enough = budget.limit();
    }

    /** Whether the buffers take more than they should, which is so while parts are on their way too. */
    boolean isFull() {
        return budget.excess() > 0;
    }

    /** To be called before each put: what was on its way may have arrived. */
    void beginPut() {
        if (!isFull()) {
            enough = budget.limit();
        }
    }

    /** Whether there may be something to free. */
    boolean isShort() {
        return budget.used() > enough;
    }

    /** Frees what can be freed; errors as {@link OpenObject#relieve}. */
    void relieve(Collection<PartitionDelivery> partitions) {
        partitions.forEach(PartitionDelivery::spillWaiting);
        List<OpenObject> largestFirst = partitions.stream()
                .flatMap(partition -> partition.openObjects().stream())
                .filter(object -> object.heapBytes() >= LEAST_BYTES)
                .sorted(Comparator.comparingLong(OpenObject::heapBytes).reversed())
                .toList();
        long onTheirWay = 0;
        for (OpenObject object : largestFirst) {
            if (budget.excess() - onTheirWay <= -SLACK * budget.limit()) {
                break;
            }
            onTheirWay += object.relieve();
        }
        enough = Math.max(budget.limit(), budget.used() + (long) (SLACK * budget.limit()));
    }
}
