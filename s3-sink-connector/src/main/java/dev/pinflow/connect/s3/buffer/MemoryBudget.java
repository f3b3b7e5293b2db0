package dev.pinflow.connect.s3.buffer;

import java.util.concurrent.atomic.AtomicLong;

/** How much heap the buffers of a task take together, and how much they should. Safe for use by several threads. */
public final class MemoryBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /** @param limit bytes; a target that is kept by whoever asks {@link #excess()}, never an error */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that the buffers should take at most. */
    public long limit() {
        return limit;
    }

    /** Bytes in buffers now. */
    public long used() {
        return used.get();
    }

    /** Bytes that the buffers take beyond the limit; not positive when there is room. */
    public long excess() {
        return used.get() - limit;
    }
}
