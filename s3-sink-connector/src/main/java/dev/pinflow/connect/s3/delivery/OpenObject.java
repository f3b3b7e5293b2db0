package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ChunkedBuffer;
import dev.pinflow.connect.s3.format.ObjectPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.upload.SealedObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** An object that still takes records, with the keys' and headers' objects that go along with it. */
final class OpenObject {
    private final String base;
    private final List<Writing> writings;

    /** Unknown as long as all records are without a value: those have no schema of their own and fit everywhere. */
    private boolean schemaKnown;

    private Schema schema;
    private Schema lastAccepted;
    private long records;
    private long endOffset;

    /** @param first gives the object its name; it is not yet in the object */
    OpenObject(String base, SinkRecord first, List<ObjectPart> parts) {
        this.base = base;
        this.writings = parts.stream().map(part -> Writing.open(part, first)).toList();
    }

    /** Whether the record's value schema is the one of the records before it. */
    boolean accepts(SinkRecord sinkRecord) {
        Schema candidate = sinkRecord.valueSchema();
        // Converters mostly deliver one instance again and again.
        if (sinkRecord.value() == null || !schemaKnown || candidate == lastAccepted) {
            return true;
        }
        if (candidate == null || !candidate.equals(schema)) {
            return false;
        }
        lastAccepted = candidate;
        return true;
    }

    /**
     * Adds the record, or nothing at all.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the record cannot be written
     */
    void add(SinkRecord sinkRecord) {
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
        if (!schemaKnown && sinkRecord.value() != null) {
            schemaKnown = true;
            schema = sinkRecord.valueSchema();
            lastAccepted = schema;
        }
        records++;
        endOffset = sinkRecord.kafkaOffset();
    }

    /** Ends the object. */
    List<SealedObject> seal() {
        return writings.stream().map(this::seal).toList();
    }

    private SealedObject seal(Writing writing) {
        try {
            writing.writer().finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SealedObject(writing.part().key(base), writing.buffer(), records, endOffset);
    }

    private record Writing(ObjectPart part, ChunkedBuffer buffer, RecordWriter writer) {
        static Writing open(ObjectPart part, SinkRecord first) {
            ChunkedBuffer buffer = new ChunkedBuffer();
            return new Writing(part, buffer, part.format().open(first, buffer));
        }
    }
}
