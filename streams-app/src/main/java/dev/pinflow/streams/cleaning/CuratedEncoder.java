package dev.pinflow.streams.cleaning;

import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Encodes curated records inside the processor instead of in the sink, where a record that cannot be encoded would end
 * the stream thread each time it is read again. Used by one task, so by one thread at a time, for one topic.
 *
 * <p>Registry serializers find out the schema's id anew for each record; Apicurio's writes the schema out as JSON for that,
 * which costs more than all the rest. But an id never changes, so once the serializer has shown how it frames records of
 * a schema, the following ones get the same frame without it. A serializer that does more than that is always called.
 */
final class CuratedEncoder implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Serializer<GenericRecord> serializer;
    private Optional<AvroEncoder> avro = Optional.empty();
    private Optional<byte[]> prefix = Optional.empty();

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
        AvroEncoder own = avro.filter(encoder -> encoder.takes(record)).orElse(null);
        if (own == null) {
            return first(topic, headers, record);
        }
        return prefix.isPresent() ? own.encode(prefix.get(), record) : serialized(topic, headers, record);
    }

    private byte[] first(String topic, Headers headers, GenericRecord record) throws NotEncodableException {
        Headers before = new RecordHeaders(headers);
        byte[] value = serialized(topic, headers, record);
        AvroEncoder own = new AvroEncoder(record.getSchema());
        avro = Optional.of(own);
        prefix = headers.equals(before) ? WireFormat.prefix(value, own.encode(NOTHING, record)) : Optional.empty();
        return value;
    }

    private byte[] serialized(String topic, Headers headers, GenericRecord record) throws NotEncodableException {
        try {
            return serializer.serialize(topic, headers, record);
        } catch (RuntimeException e) {
            // Serializers differ in the exceptions that they throw; whose fault it was is found out without them.
            new AvroEncoder(record.getSchema()).encode(NOTHING, record);
            throw e;
        }
    }

    @Override
    public void close() {
        serializer.close();
    }
}
