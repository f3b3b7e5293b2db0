package dev.pinflow.connect.s3.format.avro;

import java.io.OutputStream;
import java.util.Arrays;

/** The rows of a block, and one row behind them that may still be taken back. */
final class BlockBuffer extends OutputStream {
    private static final int LEAST = 1024;

    private byte[] bytes = {};
    private int length;
    private int kept;
    private long rows;

    /** Forgets what was written since the last row was kept. */
    void rollBack() {
        length = kept;
    }

    void keepRow() {
        kept = length;
        rows++;
    }

    void clear() {
        length = 0;
        kept = 0;
        rows = 0;
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(LEAST, Math.max(length + more, bytes.length * 2)));
        }
    }

    /** The array whose first {@link #length} bytes count. */
    byte[] array() {
        return bytes;
    }

    /** Bytes of the rows that are kept. */
    int length() {
        return kept;
    }

    long rows() {
        return rows;
    }
}
