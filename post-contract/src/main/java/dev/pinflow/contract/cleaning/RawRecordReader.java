package dev.pinflow.contract.cleaning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads one raw value in a single streaming pass, of the plain form or any other. Unwraps, at most once each, an array of one object and a JSON string
 * that holds the object (both seen in the wild). Jackson's own limits (nesting 1,000, numbers of 1,000 digits, strings
 * of 20 million characters) bound what a hostile record costs.
 */
final class RawRecordReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Columns columns;

    RawRecordReader(Columns columns) {
        this.columns = columns;
    }

    RawRecord read(byte[] value) throws RejectedException {
        RawRecord record = new RawRecord(columns);
        return new PlainObjectReader(columns, value).readInto(record) ? record : readAny(value);
    }

    /** Visible for testing. */
    RawRecord readAny(byte[] value) throws RejectedException {
        try (JsonParser parser = JSON.createParser(value)) {
            return readDocument(parser, true, true);
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage());
        } catch (IOException e) {
            // Malformed UTF-16/32 surfaces as a plain IOException (CharConversionException).
            throw notJson(e.getMessage());
        }
    }

    private RawRecord readDocument(JsonParser parser, boolean arrayAllowed, boolean stringAllowed)
            throws IOException, RejectedException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw notJson("there is no content");
        }
        RawRecord record;
        if (token == JsonToken.START_ARRAY && arrayAllowed) {
            token = parser.nextToken();
            record = readElement(parser, token, false, stringAllowed);
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                throw notAnObject("an array of more than one element");
            }
        } else {
            record = readElement(parser, token, arrayAllowed, stringAllowed);
        }
        if (parser.nextToken() != null) {
            throw notJson("something follows the object");
        }
        return record;
    }

    private RawRecord readElement(JsonParser parser, JsonToken token, boolean arrayAllowed, boolean stringAllowed)
            throws IOException, RejectedException {
        if (token == JsonToken.START_OBJECT) {
            return readObject(parser);
        }
        if (token == JsonToken.VALUE_STRING && stringAllowed) {
            try (JsonParser inner = JSON.createParser(parser.getText())) {
                return readDocument(inner, arrayAllowed, false);
            }
        }
        throw notAnObject(describe(token));
    }

    private RawRecord readObject(JsonParser parser) throws IOException, RejectedException {
        RawRecord record = new RawRecord(columns);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> {
                    String text = parser.getText();
                    record.put(name, JsonText.kind(text), text);
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> record.put(name, RawRecord.Kind.NUMBER, parser.getText());
                case VALUE_NULL -> record.put(name, RawRecord.Kind.NULL, "");
                case START_OBJECT, START_ARRAY -> {
                    skipNested(parser);
                    record.put(name, RawRecord.Kind.OTHER, "");
                }
                default -> record.put(name, RawRecord.Kind.OTHER, "");
            }
        }
        return record;
    }

    /** Passes over a nested value, which no column can take, still refusing duplicate names within it. */
    private static void skipNested(JsonParser parser) throws IOException, RejectedException {
        Deque<Set<String>> open = new ArrayDeque<>();
        open.push(new HashSet<>());
        while (!open.isEmpty()) {
            switch (parser.nextToken()) {
                case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
                case END_OBJECT, END_ARRAY -> open.pop();
                case FIELD_NAME -> {
                    if (!open.element().add(parser.currentName())) {
                        throw RawRecord.duplicate(parser.currentName());
                    }
                }
                default -> {}
            }
        }
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array within another wrapping";
            case END_ARRAY -> "an empty array";
            case VALUE_STRING -> "a string within a string";
            default -> "a single value";
        };
    }

    private static RejectedException notJson(String why) {
        return new RejectedException(
                RejectReason.NOT_JSON,
                "",
                "The value is not one JSON text: " + why.lines().findFirst().orElse("") + ".");
    }

    private static RejectedException notAnObject(String what) {
        return new RejectedException(
                RejectReason.NOT_AN_OBJECT,
                "",
                "The value must be one JSON object with the table's columns, not " + what + ".");
    }
}
