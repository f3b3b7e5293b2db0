package dev.pinflow.connect.s3.buffer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The bytes of one object, or of a part of it. They are kept in chunks that grow with the object, so that an object of a
 * few lines costs a few kilobytes and a large one is never copied to grow, and can be moved to a file.
 *
 * <p>Written and spilled by one thread. Once neither happens any more, any number of threads may read through {@link
 * #open}. {@link #close} may come from any thread, when nobody reads.
 */
public final class ObjectBuffer extends OutputStream {
    private final Chunks room;
    private final SpillFolder folder;
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] current = new byte[0];
    private int used;

    /** Bytes in chunks. */
    private long kept;

    /** Room that the chunks take. */
    private long taken;

    private Path file;
    private long spilled;

    ObjectBuffer(Chunks room, SpillFolder folder) {
        this.room = room;
        this.folder = folder;
    }

    @Override
    public void write(int b) {
        if (used == current.length) {
            addChunk();
        }
        current[used++] = (byte) b;
        kept++;
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
        kept += length;
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Bytes written so far. */
    public long size() {
        return spilled + kept;
    }

    /** Heap that the buffer takes, in bytes. */
    public long heapBytes() {
        return taken;
    }

    /**
     * Moves the bytes that are in heap to the end of a file.
     *
     * @throws ConnectException naming the folder; the buffer is as it was then
     */
    public void spill() {
        if (kept == 0) {
            return;
        }
        if (file == null) {
            file = folder.newFile();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Where an earlier attempt broke off half-way, its bytes are written over.
            channel.position(spilled);
            heap(0, kept).transferTo(Channels.newOutputStream(channel));
        } catch (IOException e) {
            throw new ConnectException(
                    "Buffered records cannot be moved to " + file + " (" + e
                            + "): see that the disk has room, then restart the task. Nothing is lost",
                    e);
        }
        spilled += kept;
        releaseHeap();
    }

    /**
     * A stream over a range of the bytes, independent of every other one. The caller closes it.
     *
     * @param from first byte, 0 to {@link #size()}
     * @param length number of bytes, at most {@code size() - from}
     */
    public InputStream open(long from, long length) throws IOException {
        long onDisk = Math.max(0, Math.min(length, spilled - from));
        InputStream heap = heap(Math.max(0, from - spilled), length - onDisk);
        if (onDisk == 0) {
            return heap;
        }
        return new SequenceInputStream(new FileRange(file, from, onDisk), heap);
    }

    /** Gives the heap back and removes the file; the bytes are gone. Further calls do nothing. */
    @Override
    public void close() {
        releaseHeap();
        if (file != null) {
            folder.remove(file);
            file = null;
            spilled = 0;
        }
    }

    private InputStream heap(long from, long length) {
        return new ChunkRange(List.copyOf(chunks), from, length);
    }

    private void releaseHeap() {
        chunks.forEach(room::giveBack);
        chunks.clear();
        current = new byte[0];
        used = 0;
        kept = 0;
        taken = 0;
    }

    private void addChunk() {
        current = room.take(kept);
        taken += current.length;
        chunks.add(current);
        used = 0;
    }
}
