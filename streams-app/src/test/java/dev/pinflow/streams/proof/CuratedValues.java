package dev.pinflow.streams.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.streams.cleaning.AvroBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Decodes curated values by the schemas that the registry has under their ids. Used by one thread. */
final class CuratedValues {
    private static final int FRAME_BYTES = 5;

    private final String registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    CuratedValues(String registry) {
        this.registry = registry;
    }

    /** @throws IllegalArgumentException when the value is not in Confluent's wire format */
    GenericRecord decode(byte[] value) {
        ByteBuffer frame = ByteBuffer.wrap(value);
        if (value.length < FRAME_BYTES || frame.get() != 0) {
            throw new IllegalArgumentException("The value does not begin with byte 0 and an id.");
        }
        Schema schema = schemas.computeIfAbsent(frame.getInt(), this::fetch);
        return AvroBytes.decode(schema, value, FRAME_BYTES);
    }

    private Schema fetch(int id) {
        URI address = URI.create(registry + "/apis/ccompat/v7/schemas/ids/" + id);
        try (InputStream answer = address.toURL().openStream()) {
            String schema = new ObjectMapper().readTree(answer).path("schema").asText();
            return new Schema.Parser().parse(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
