package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Rows of one schema: that of the first record that has one, since keys may be null and without a schema. */
final class ParquetRows implements RecordWriter {
    private final RecordPart part;
    private final Function<RowShape, ParquetFile> open;
    private RowShape shape;
    private ParquetFile file;
    private Schema lastAccepted;
    private Object staged;
    private long nullsBeforeTheFile;

    /** @param open starts the file, which is called once, at the latest when these rows are finished */
    ParquetRows(RecordPart part, Function<RowShape, ParquetFile> open) {
        this.part = part;
        this.open = open;
    }

    /** @throws DataException when rows of this schema, null for none, cannot be in the file */
    void accept(Schema schema) {
        if (schema == null) {
            throw new DataException("Parquet takes keys that have a schema, but this one has none:"
                    + " use a key.converter that delivers schemas, or keys.format.class=json");
        }
        if (shape == null) {
            RowShape first = RowShape.of(part, schema);
            file = open.apply(first);
            shape = first;
        } else if (part == RecordPart.KEY && !schema.equals(shape.schema())) {
            throw new DataException("The schema of the record's key is not that of the keys before it, and a Parquet"
                    + " file has one schema: use keys.format.class=json for keys of several kinds");
        }
        lastAccepted = schema;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        Object value = part.typed(sinkRecord);
        if (part == RecordPart.VALUE && !(value instanceof Struct)) {
            throw new DataException("Parquet takes structs, but the record's value is none");
        }
        if (value != null) {
            Schema schema = part.schema(sinkRecord);
            if (schema == null || schema != lastAccepted) {
                accept(schema);
            }
            shape.check(value);
        }
        staged = value;
    }

    @Override
    public void append() throws IOException {
        if (file == null) {
            nullsBeforeTheFile++;
            return;
        }
        writeNulls();
        file.write(staged);
    }

    private void writeNulls() throws IOException {
        for (; nullsBeforeTheFile > 0; nullsBeforeTheFile--) {
            file.write(null);
        }
    }

    @Override
    public long heldBytes() {
        return file == null ? 0 : file.heldBytes();
    }

    @Override
    public void finish() throws IOException {
        if (file == null) {
            // No key has said what keys are.
            accept(Schema.OPTIONAL_STRING_SCHEMA);
        }
        writeNulls();
        file.finish();
    }
}
