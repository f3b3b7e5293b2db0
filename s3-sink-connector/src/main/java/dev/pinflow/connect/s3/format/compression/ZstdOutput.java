package dev.pinflow.connect.s3.format.compression;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Zstandard frames one after the other, as RFC 8878 allows and every reader takes them: each holds one block's worth of
 * text, so that an open object need not hold a window of megabytes.
 */
final class ZstdOutput extends CompressedOutput {
    /** The largest block of the format; smaller ones compress worse. */
    private static final int BLOCK = 128 * 1024;

    private final OutputStream target;
    private final Block block = new Block(BLOCK);

    ZstdOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at += block.take(bytes, at, end - at);
            if (block.isFull()) {
                writeFrame();
            }
        }
    }

    private void writeFrame() throws IOException {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(block.length())];
        int length = compressor.compress(block.array(), 0, block.length(), packed, 0, packed.length);
        target.write(packed, 0, length);
        block.clear();
    }

    @Override
    void finish() throws IOException {
        if (block.length() > 0) {
            writeFrame();
        }
    }

    @Override
    long heldBytes() {
        return block.length();
    }

    @Override
    public void close() {
        // The heap is all that is held.
    }
}
