package dev.pinflow.connect.s3.format;

import java.io.IOException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes the records of one object, in two steps, so that a record which cannot be written leaves no trace in any of
 * the objects (values, keys, headers) that it belongs to.
 */
public interface RecordWriter {
    /**
     * Encodes a record without touching the object.
     *
     * @throws org.apache.kafka.connect.errors.DataException when this record cannot be written; the object stays as it
     *     was and takes further records
     */
    void stage(SinkRecord record);

    /** Adds the record that was staged last. */
    void append() throws IOException;

    /** Bytes of heap that the writer holds beside what it has passed on to its target: records that wait to be packed. */
    default long heldBytes() {
        return 0;
    }

    /** Writes what belongs after the last record. Called once; nothing but {@link #close} is called after it. */
    void finish() throws IOException;

    /**
     * Frees what the writer holds outside of the heap. Called when the object is dropped, whether it was finished or
     * not; a second call does nothing. Writes nothing.
     */
    default void close() {}
}
