package dev.pinflow.streams.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.streams.cleaning.AvroBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reads Confluent's wire format by its definition: byte 0, then the schema's id in 4 bytes, then Avro. */
final class ConfluentReader {
    private static final int HEADER_BYTES = 5;

    private final String registry;

    ConfluentReader(String registry) {
        this.registry = registry;
    }

    GenericRecord read(byte[] value) throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        if (buffer.get() != 0) {
            throw new IOException("The magic byte is not 0.");
        }
        return AvroBytes.decode(schema(buffer.getInt()), value, HEADER_BYTES);
    }

    private Schema schema(int id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry + "/apis/ccompat/v7/schemas/ids/" + id))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        String schema =
                new ObjectMapper().readTree(answer.body()).path("schema").asText();
        return new Schema.Parser().parse(schema);
    }
}
