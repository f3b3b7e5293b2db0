package dev.pinflow.streams.answers;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** A zero byte, then Avro in the schema of the topic: a wire format that needs no registry. */
final class PlainAvro implements Deserializer<GenericRecord> {
    private final Topics topics;

    PlainAvro(Topics topics) {
        this.topics = topics;
    }

    static byte[] encode(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public GenericRecord deserialize(String topic, byte[] data) {
        if (data.length == 0 || data[0] != 0) {
            throw new SerializationException("Unknown magic byte!");
        }
        Entity entity = Stream.of(Entity.values())
                .filter(candidate -> topics.curated(candidate).equals(topic))
                .findFirst()
                .orElseThrow();
        Schema schema = CuratedSchemas.of(entity);
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(data, 1, data.length - 1, null));
        } catch (IOException e) {
            throw new SerializationException("Not Avro.", e);
        }
    }
}
