package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.upload.EarlyParts;
import dev.pinflow.connect.s3.upload.ObjectUploads;
import dev.pinflow.connect.s3.upload.RecordOrigin;
import java.io.OutputStream;
import java.util.Optional;

/** The bytes of an object that still takes records: in memory, in a file, or already on their way. */
final class ObjectContent extends OutputStream {
    /** The least that S3 takes for a part which is not the last. */
    private static final long LEAST_PART_BYTES = 5L * 1024 * 1024;

    /** S3 takes 10,000 parts; beyond this the rest of the object goes to the file. */
    private static final int MOST_PARTS = 9_000;

    private final String key;
    private final RecordOrigin origin;
    private final ObjectBuffers buffers;
    private final ObjectUploads uploads;
    private ObjectBuffer buffer;
    private Optional<EarlyParts> early = Optional.empty();

    ObjectContent(String key, RecordOrigin origin, ObjectBuffers buffers, ObjectUploads uploads) {
        this.key = key;
        this.origin = origin;
        this.buffers = buffers;
        this.uploads = uploads;
        this.buffer = buffers.open();
    }

    @Override
    public void write(int b) {
        buffer.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        buffer.write(bytes, offset, length);
    }

    /** Bytes so far. */
    long size() {
        return buffer.size() + early.map(EarlyParts::bytes).orElse(0L);
    }

    long heapBytes() {
        return buffer.heapBytes();
    }

    /**
     * Frees memory: a large buffer goes to S3 as a part, a small one to the file.
     *
     * @return bytes that will be free once the part is uploaded; 0 when they are free now
     */
    long relieve() {
        if (buffer.size() < LEAST_PART_BYTES || early.map(EarlyParts::count).orElse(0) >= MOST_PARTS) {
            buffer.spill();
            return 0;
        }
        long onTheirWay = buffer.heapBytes();
        early.ifPresent(EarlyParts::requireHealth);
        if (early.isEmpty()) {
            early = Optional.of(uploads.begin(key, origin));
        }
        early.get().add(buffer);
        buffer = buffers.open();
        return onTheirWay;
    }

    RecordOrigin origin() {
        return origin;
    }

    String key() {
        return key;
    }

    ObjectBuffer rest() {
        return buffer;
    }

    Optional<EarlyParts> early() {
        return early;
    }

    /** Leaves nothing behind. */
    void drop() {
        buffer.close();
        early.ifPresent(EarlyParts::abandon);
    }
}
