package dev.pinflow.cli.rejected;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A rejected record as one JSON object: bytes that are UTF-8 as text, others in Base64 under a name that says so. */
final class RejectedLine {
    private final ObjectMapper json = new ObjectMapper();

    String of(RejectedRecord record) {
        ObjectNode line = json.createObjectNode();
        put(line, "rejected", record.position());
        put(line, "raw", record.raw());
        line.put("timestamp", record.timestamp().toString());
        line.put("reason", record.reason());
        line.put("field", record.field());
        line.put("message", record.message());
        line.put("attempt", record.attempt());
        put(line, "key", record.content().key());
        put(line, "value", record.content().value());
        try {
            return json.writeValueAsString(line);
        } catch (IOException e) {
            throw new UncheckedIOException("A tree is always JSON.", e);
        }
    }

    private static void put(ObjectNode line, String name, RecordPosition position) {
        line.putObject(name)
                .put("topic", position.topic())
                .put("partition", position.partition())
                .put("offset", position.offset());
    }

    private static void put(ObjectNode line, String name, byte[] bytes) {
        if (bytes == null) {
            line.putNull(name);
            return;
        }
        try {
            line.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            line.put(name + "Base64", bytes);
        }
    }
}
