package dev.pinflow.connect.s3.buffer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The pieces that buffers consist of. Those of full size are kept for reuse, which spares the JVM to clear a byte for each
 * byte that is written. Safe for use by several threads.
 */
final class Chunks {
    private static final int FIRST_BYTES = 4 * 1024;

    /** Well below half of G1's smallest region, beyond which an array is costly to make. */
    private static final int FULL_BYTES = 256 * 1024;

    private final MemoryBudget budget;
    private final long mostKept;
    private final Deque<byte[]> kept = new ArrayDeque<>();

    Chunks(MemoryBudget budget) {
        this.budget = budget;
        this.mostKept = budget.limit() / 4 / FULL_BYTES;
    }

    /**
     * A chunk for a buffer, counted as used until it is given back.
     *
     * @param bytes that the buffer has already: the next chunk is as large, within limits
     */
    byte[] take(long bytes) {
        int size = (int) Math.min(Math.max(bytes, FIRST_BYTES), FULL_BYTES);
        budget.take(size);
        if (size == FULL_BYTES) {
            synchronized (kept) {
                if (!kept.isEmpty()) {
                    return kept.pop();
                }
            }
        }
        return new byte[size];
    }

    void giveBack(byte[] chunk) {
        budget.giveBack(chunk.length);
        if (chunk.length == FULL_BYTES) {
            synchronized (kept) {
                if (kept.size() < mostKept) {
                    kept.push(chunk);
                }
            }
        }
    }
}
