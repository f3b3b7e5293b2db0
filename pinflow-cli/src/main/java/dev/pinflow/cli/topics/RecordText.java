package dev.pinflow.cli.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.streams.config.RegistryKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as one line of text: raw values as they are, Avro values (Confluent's wire format) as JSON. */
final class RecordText {
    /** Confluent's wire format: this byte, a four-byte big-endian schema id, the Avro binary encoding. */
    private static final byte MAGIC = 0;

    private static final int HEADER_BYTES = 5;

    private final Supplier<String> registryUrl;
    private final boolean withKey;
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    RecordText(Supplier<String> registryUrl, boolean withKey) {
        this.registryUrl = registryUrl;
        this.withKey = withKey;
    }

    String of(ConsumerRecord<byte[], byte[]> record) {
        String value = value(record.value());
        return withKey ? text(record.key()) + "\t" + value : value;
    }

    private String value(byte[] value) {
        boolean avro = value != null && value.length > HEADER_BYTES && value[0] == MAGIC;
        return avro ? avro(value) : text(value);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    private String avro(byte[] value) {
        Schema schema = schemas.computeIfAbsent(ByteBuffer.wrap(value).getInt(1), this::schema);
        try {
            return new GenericDatumReader<>(schema)
                    .read(
                            null,
                            DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null))
                    .toString();
        } catch (IOException e) {
            throw new Failure(
                    "A value is not encoded in the schema that its first bytes name: " + e.getMessage() + ".", e);
        }
    }

    private Schema schema(int id) {
        String url = RegistryKind.APICURIO.confluentApi(URI.create(registryUrl.get())) + "/schemas/ids/" + id;
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failure(
                        "The registry has no schema " + id + ": " + url + " answered " + answer.statusCode() + ".");
            }
            return new Schema.Parser()
                    .parse(json.readTree(answer.body()).get("schema").asText());
        } catch (IOException e) {
            throw new Failure(
                    "The registry cannot be asked for schema " + id + " at " + url + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
