package dev.pinflow.connect.s3.format.compression;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One gzip member (RFC 1952), the same bytes that {@link java.util.zip.GZIPOutputStream} of JDK 17 makes at every level that compresses.
 * The deflater
 * and its native memory come into being when the first block is full, and are freed by {@link #close}.
 */
final class GzipOutput extends CompressedOutput {
    /** Deflate, no flags, no time, no hints, operating system unknown. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** Collects records before the call into native code, which costs as much as a short record. */
    private static final int BLOCK = 16 * 1024;

    private final OutputStream target;
    private final int level;
    private final Block block = new Block(BLOCK);
    private final CRC32 checksum = new CRC32();
    private Deflater deflater;
    private byte[] packed = {};

    GzipOutput(OutputStream target, int level) {
        this.target = target;
        this.level = level;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at += block.take(bytes, at, end - at);
            if (block.isFull()) {
                deflateBlock();
            }
        }
    }

    private void deflateBlock() throws IOException {
        if (deflater == null) {
            deflater = new Deflater(level, true);
            packed = new byte[BLOCK / 2];
            target.write(HEADER);
        }
        checksum.update(block.array(), 0, block.length());
        deflater.setInput(block.array(), 0, block.length());
        while (!deflater.needsInput()) {
            drain();
        }
        block.clear();
    }

    private void drain() throws IOException {
        target.write(packed, 0, deflater.deflate(packed));
    }

    @Override
    void finish() throws IOException {
        deflateBlock();
        deflater.finish();
        while (!deflater.finished()) {
            drain();
        }
        littleEndian((int) checksum.getValue());
        littleEndian(deflater.getTotalIn());
        close();
    }

    private void littleEndian(int value) throws IOException {
        target.write(new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)});
    }

    @Override
    long heldBytes() {
        return block.length();
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.end();
        }
    }
}
