package dev.pinflow.connect.s3.format.avro;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.util.Locale;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Rows of one schema: that of the first record that has one, since keys may be null and without a schema. */
final class AvroRows implements RecordWriter {
    /** Avro's own default: rows are compressed in blocks of this size. */
    private static final int BLOCK_BYTES = 64_000;

    /** The schema of a file whose rows are all null. */
    private static final String NULLS = "[\"null\"]";

    private final RecordPart part;
    private final AvroSchemas schemas;
    private final AvroFile file;
    private final BlockBuffer rows = new BlockBuffer();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(rows, null);
    private AvroSchemas.Prepared prepared;
    private Schema lastAccepted;
    private boolean headerWritten;

    AvroRows(RecordPart part, AvroSchemas schemas, AvroFile file) {
        this.part = part;
        this.schemas = schemas;
        this.file = file;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        rows.rollBack();
        Object value = part.typed(sinkRecord);
        Schema schema = part.schema(sinkRecord);
        if (schema != lastAccepted && (value != null || prepared == null)) {
            accept(schema);
        }
        if (prepared != null) {
            encode(value);
        } else if (value == null && part == RecordPart.KEY) {
            // The first branch of the union that the key's schema is going to be.
            rows.write(0);
        } else {
            throw AvroFormat.withoutSchema(part);
        }
    }

    private void accept(Schema schema) {
        if (schema == null) {
            throw AvroFormat.withoutSchema(part);
        }
        if (prepared == null) {
            prepared = schemas.of(schema, part == RecordPart.KEY);
        } else if (!schema.equals(prepared.schema())) {
            throw new DataException("The schema of the record's " + part.name().toLowerCase(Locale.ROOT)
                    + " is not that of the records before it, and an Avro file has one schema:"
                    + " use the json format for keys of several kinds");
        }
        lastAccepted = schema;
    }

    private void encode(Object value) {
        try {
            prepared.writer().write(value, encoder);
        } catch (IOException | RuntimeException e) {
            rows.rollBack();
            throw new DataException("The record cannot be written as Avro: " + e.getMessage(), e);
        }
    }

    @Override
    public void append() throws IOException {
        rows.keepRow();
        if (rows.length() >= BLOCK_BYTES && prepared != null) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        writeHeader();
        file.writeBlock(rows);
        rows.clear();
    }

    private void writeHeader() throws IOException {
        if (!headerWritten) {
            file.writeHeader(prepared == null ? NULLS : prepared.json());
            headerWritten = true;
        }
    }

    @Override
    public long heldBytes() {
        return rows.length();
    }

    @Override
    public void finish() throws IOException {
        if (rows.rows() > 0) {
            writeBlock();
        } else {
            writeHeader();
        }
    }
}
