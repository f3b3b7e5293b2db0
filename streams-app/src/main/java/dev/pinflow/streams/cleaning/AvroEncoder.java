package dev.pinflow.streams.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding of records of one schema. Keeps its buffers from one record to the next; for one thread. */
final class AvroEncoder {
    private static final int USUAL_BYTES = 1024;

    private final Schema schema;
    private final GenericDatumWriter<GenericRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private BinaryEncoder encoder;

    AvroEncoder(Schema schema) {
        this.schema = schema;
        this.writer = new GenericDatumWriter<>(schema);
    }

    /** Whether the record is of this encoder's schema. */
    boolean takes(GenericRecord record) {
        return schema.equals(record.getSchema());
    }

    /**
     * The prefix and behind it the record.
     *
     * @throws NotEncodableException when the record does not fit the schema
     */
    byte[] encode(byte[] prefix, GenericRecord record) throws NotEncodableException {
        bytes.reset();
        bytes.writeBytes(prefix);
        try {
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            // What the encoder still holds must not get into the next record.
            encoder = null;
            throw new NotEncodableException(e);
        }
    }
}
