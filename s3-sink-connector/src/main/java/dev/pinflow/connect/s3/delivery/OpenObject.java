package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.compatibility.ObjectSchema;
import dev.pinflow.connect.s3.compatibility.SchemaCompatibility;
import dev.pinflow.connect.s3.format.ObjectPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.upload.ObjectUploads;
import dev.pinflow.connect.s3.upload.OffsetRuns;
import dev.pinflow.connect.s3.upload.SealedObject;
import dev.pinflow.connect.s3.upload.SealedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** An object that still takes records, with the keys' and headers' objects that go along with it. */
final class OpenObject {
    private final Lane lane;
    private final LongFunction<String> baseAt;
    private final List<Writing> writings;
    private final OffsetRuns offsets = new OffsetRuns();
    private final ObjectSchema schema;

    private record Writing(ObjectPart part, ObjectContent content, RecordWriter writer) {
        void drop() {
            writer.close();
            content.drop();
        }
    }

    private OpenObject(Lane lane, LongFunction<String> baseAt, List<Writing> writings, ObjectSchema schema) {
        this.lane = lane;
        this.schema = schema;
        this.baseAt = baseAt;
        this.writings = writings;
    }

    /**
     * Opens an object for a record, which is not yet in it.
     *
     * @param baseAt the object's key without extension, by the offset of its first record
     * @throws DataException when no such object can hold the record
     */
    static OpenObject open(
            Lane lane,
            LongFunction<String> baseAt,
            SinkRecord first,
            List<ObjectPart> parts,
            SchemaCompatibility compatibility,
            ObjectBuffers buffers,
            ObjectUploads uploads) {
        List<Writing> writings = new ArrayList<>();
        String base = baseAt.apply(first.kafkaOffset());
        try {
            for (ObjectPart part : parts) {
                ObjectContent content =
                        new ObjectContent(part.key(base), RecordCoordinates.origin(first), buffers, uploads);
                writings.add(new Writing(part, content, part.format().open(first, content)));
            }
        } catch (DataException e) {
            writings.forEach(Writing::drop);
            throw e;
        }
        return new OpenObject(lane, baseAt, List.copyOf(writings), new ObjectSchema(compatibility));
    }

    Lane lane() {
        return lane;
    }

    /**
     * Whether the record's value schema is one that the object takes.
     *
     * @throws DataException when that cannot be told
     */
    boolean accepts(SinkRecord sinkRecord) {
        return schema.accepts(sinkRecord);
    }

    /**
     * Adds an accepted record, or nothing at all.
     *
     * @throws DataException when the record cannot be written
     */
    void add(SinkRecord given) {
        SinkRecord sinkRecord = schema.project(given);
        for (Writing writing : writings) {
            writing.writer().stage(sinkRecord);
        }
        try {
            for (Writing writing : writings) {
                writing.writer().append();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema.added(sinkRecord);
        offsets.add(RecordCoordinates.offset(sinkRecord));
    }

    /** Size in bytes of the largest of its objects so far, as it will be stored. */
    long bytes() {
        long largest = 0;
        for (Writing writing : writings) {
            largest = Math.max(
                    largest, writing.content().size() + writing.writer().heldBytes());
        }
        return largest;
    }

    /** Heap in bytes that {@link #relieve} frees. */
    long heapBytes() {
        long sum = 0;
        for (Writing writing : writings) {
            sum += writing.content().heapBytes();
        }
        return sum;
    }

    /** Frees memory, as {@link ObjectContent#relieve}. */
    long relieve() {
        long onTheirWay = 0;
        for (Writing writing : writings) {
            onTheirWay += writing.content().relieve();
        }
        return onTheirWay;
    }

    /** Ends the object. */
    SealedSet seal() {
        List<SealedObject> objects = new ArrayList<>();
        try {
            for (Writing writing : writings) {
                writing.writer().finish();
                ObjectContent content = writing.content();
                objects.add(
                        new SealedObject(content.key(), content.rest(), content.early(), offsets, content.origin()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectPart anchor = writings.get(0).part();
        return new SealedSet(
                objects.subList(1, objects.size()), objects.get(0), offset -> anchor.key(baseAt.apply(offset)));
    }

    /** Leaves nothing behind. */
    void drop() {
        writings.forEach(Writing::drop);
    }
}
