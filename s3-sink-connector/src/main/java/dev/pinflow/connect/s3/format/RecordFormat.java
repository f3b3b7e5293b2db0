package dev.pinflow.connect.s3.format;

import java.io.OutputStream;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * How records become the content of an object.
 *
 * <p>One instance serves a task; it is called from the task's thread only.
 */
public interface RecordFormat {
    /** What the names of this format's objects end with, the dot included, such as {@code .snappy.parquet}. */
    String extension();

    /**
     * Starts an object.
     *
     * @param first the record that opens it, whose schema is the object's schema; a record without a value has none
     * @param target takes the object's bytes; the caller closes it
     * @throws org.apache.kafka.connect.errors.DataException when no object of this format can hold such a record
     */
    RecordWriter open(SinkRecord first, OutputStream target);
}
