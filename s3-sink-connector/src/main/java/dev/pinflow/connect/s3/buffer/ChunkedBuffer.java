package dev.pinflow.connect.s3.buffer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one object, kept in chunks that grow with the object, so that an object of a few lines costs a few
 * kilobytes and a large one is never copied to grow.
 *
 * <p>Written by one thread. Once nothing more is written, any number of threads may read through {@link #open}.
 */
public final class ChunkedBuffer extends OutputStream {
    private static final int FIRST_CHUNK_BYTES = 4 * 1024;
    private static final int LARGEST_CHUNK_BYTES = 1024 * 1024;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] current = new byte[0];
    private int used;
    private long size;

    @Override
    public void write(int b) {
        if (used == current.length) {
            addChunk();
        }
        current[used++] = (byte) b;
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == current.length) {
                addChunk();
            }
            int count = Math.min(left, current.length - used);
            System.arraycopy(bytes, from, current, used, count);
            used += count;
            from += count;
            left -= count;
        }
        size += length;
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Bytes written so far. */
    public long size() {
        return size;
    }

    /**
     * A stream over a range of the bytes, independent of every other one.
     *
     * @param from first byte, 0 to {@link #size()}
     * @param length number of bytes, at most {@code size() - from}
     */
    public InputStream open(long from, long length) {
        return new Range(List.copyOf(chunks), from, length);
    }

    private void addChunk() {
        long doubled = Math.max(size, FIRST_CHUNK_BYTES);
        current = new byte[(int) Math.min(doubled, LARGEST_CHUNK_BYTES)];
        chunks.add(current);
        used = 0;
    }

    private static final class Range extends InputStream {
        private final List<byte[]> chunks;
        private int chunk;
        private int position;
        private long left;

        Range(List<byte[]> chunks, long from, long length) {
            this.chunks = chunks;
            this.left = length;
            long skip = from;
            while (chunk < chunks.size() && skip >= chunks.get(chunk).length) {
                skip -= chunks.get(chunk).length;
                chunk++;
            }
            position = (int) skip;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            if (position == chunks.get(chunk).length) {
                chunk++;
                position = 0;
            }
            byte[] source = chunks.get(chunk);
            int count = (int) Math.min(Math.min(length, left), source.length - position);
            System.arraycopy(source, position, target, offset, count);
            position += count;
            left -= count;
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }
}
