package dev.pinflow.streams.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Encodes curated records inside the processor instead of in the sink, where a record that cannot be encoded would end
 * the stream thread each time it is read again. Used by one task, so by one thread at a time.
 */
final class CuratedEncoder implements AutoCloseable {
    private final Serializer<GenericRecord> serializer;

    CuratedEncoder(Serializer<GenericRecord> serializer) {
        this.serializer = serializer;
    }

    /**
     * The record in the wire format of the configured serializer.
     *
     * @param headers the record's headers, to which a serializer may add its own
     * @throws NotEncodableException when the record does not fit its own schema: no retry can help
     * @throws RuntimeException what the serializer threw, when the record is not at fault (registry down, schema not
     *     registered)
     */
    byte[] encode(String topic, Headers headers, GenericRecord record) throws NotEncodableException {
        try {
            return serializer.serialize(topic, headers, record);
        } catch (RuntimeException e) {
            // Serializers differ in the exceptions that they throw; whose fault it was is found out without them.
            requireEncodable(record);
            throw e;
        }
    }

    private static void requireEncodable(GenericRecord record) throws NotEncodableException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(OutputStream.nullOutputStream(), null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException | RuntimeException e) {
            throw new NotEncodableException(e);
        }
    }

    @Override
    public void close() {
        serializer.close();
    }
}
