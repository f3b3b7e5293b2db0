package dev.pinflow.ingest.produce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.pinflow.ingest.write.PostedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the body of {@code application/vnd.kafka.json.v2+json}. Keys and values are passed on without white space between
 * their tokens and otherwise as they came: numbers keep their digits, members that occur twice stay, so that the
 * cleaning sees what was posted. Unknown members of the body are ignored.
 */
final class JsonRecords {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int PAYLOAD_ERROR = 42206;

    private final JsonFactory json = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    /** @throws RequestException with the answer for a body that is no such request */
    List<PostedRecord> parse(byte[] body) throws RequestException {
        if (body.length == 0) {
            throw new RequestException(
                    UNPROCESSABLE, PAYLOAD_ERROR, "Payload error. Null input provided. Data is required.");
        }
        try (JsonParser parser = json.createParser(body)) {
            List<PostedRecord> records = parseBody(parser);
            if (records.isEmpty()) {
                throw new RequestException(UNPROCESSABLE, UNPROCESSABLE, "records may not be empty");
            }
            return records;
        } catch (JsonProcessingException e) {
            throw malformed("Malformed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("Malformed JSON: " + e.getMessage());
        }
    }

    private List<PostedRecord> parseBody(JsonParser parser) throws IOException, RequestException {
        List<PostedRecord> records = new ArrayList<>();
        require(parser.nextToken(), JsonToken.START_OBJECT, "the body must be an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isRecords = parser.currentName().equals("records");
            JsonToken token = parser.nextToken();
            if (isRecords && token != JsonToken.VALUE_NULL) {
                require(token, JsonToken.START_ARRAY, "records must be an array");
                parseRecords(parser, records);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw malformed("Malformed JSON: text follows the body's object.");
        }
        return records;
    }

    private void parseRecords(JsonParser parser, List<PostedRecord> records) throws IOException, RequestException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken(), JsonToken.START_OBJECT, "each record must be an object");
            records.add(parseRecord(parser));
        }
    }

    private PostedRecord parseRecord(JsonParser parser) throws IOException, RequestException {
        Optional<byte[]> key = Optional.empty();
        Optional<byte[]> value = Optional.empty();
        OptionalInt partition = OptionalInt.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "key" -> key = copied(parser);
                case "value" -> value = copied(parser);
                case "partition" -> partition = partition(parser);
                default -> parser.skipChildren();
            }
        }
        if (key.isEmpty() && value.isPresent()) {
            key = PostIndex.of(json, value.get());
        }
        return new PostedRecord(partition, key, value);
    }

    private Optional<byte[]> copied(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            copy(parser, generator);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token.isNumeric()) {
                generator.writeNumber(parser.getText());
            } else {
                generator.copyCurrentEvent(parser);
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static OptionalInt partition(JsonParser parser) throws IOException, RequestException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return OptionalInt.empty();
        }
        require(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, "partition must be a whole number");
        int partition = parser.getIntValue();
        if (partition < 0) {
            throw malformed("Conversion of the body failed: partition must not be negative.");
        }
        return OptionalInt.of(partition);
    }

    private static void require(JsonToken found, JsonToken expected, String rule) throws RequestException {
        if (found != expected) {
            throw malformed("Conversion of the body failed: " + rule + ".");
        }
    }

    private static RequestException malformed(String message) {
        return new RequestException(BAD_REQUEST, BAD_REQUEST, message);
    }
}
