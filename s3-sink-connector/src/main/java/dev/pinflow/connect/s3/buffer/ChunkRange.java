package dev.pinflow.connect.s3.buffer;

import java.io.InputStream;
import java.util.List;

/** A range of what lies in chunks. */
final class ChunkRange extends InputStream {
    private final List<byte[]> chunks;
    private int chunk;
    private int position;
    private long left;

    ChunkRange(List<byte[]> chunks, long from, long length) {
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
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
