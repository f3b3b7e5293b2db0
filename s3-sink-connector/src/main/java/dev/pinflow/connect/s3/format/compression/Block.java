package dev.pinflow.connect.s3.format.compression;

import java.util.Arrays;

/** Bytes that wait until there are enough of them; the array grows with them, so that small objects hold little. */
final class Block {
    private static final int LEAST = 4096;

    private final int limit;
    private byte[] bytes = {};
    private int length;

    /** @param limit how many bytes it takes */
    Block(int limit) {
        this.limit = limit;
    }

    /** Takes what fits, and tells how many bytes that were. */
    int take(byte[] source, int offset, int count) {
        int taken = Math.min(count, limit - length);
        if (bytes.length < length + taken) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(LEAST, Math.max(length + taken, bytes.length * 2))));
        }
        System.arraycopy(source, offset, bytes, length, taken);
        length += taken;
        return taken;
    }

    boolean isFull() {
        return length == limit;
    }

    void clear() {
        length = 0;
    }

    /** The array whose first {@link #length} bytes count. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }
}
