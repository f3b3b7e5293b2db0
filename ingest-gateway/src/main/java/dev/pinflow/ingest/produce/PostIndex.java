package dev.pinflow.ingest.produce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pinflow.contract.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the post's index in a value, the key under which the whole pipeline keeps a post together. */
final class PostIndex {
    private static final Set<String> COLUMNS =
            Arrays.stream(Entity.values()).map(Entity::keyColumn).collect(Collectors.toUnmodifiableSet());
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

    private PostIndex() {}

    /** The index as ASCII digits, when the value is an object that has one. */
    static Optional<byte[]> of(JsonFactory json, byte[] value) throws IOException {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean key = COLUMNS.contains(parser.currentName());
                parser.nextToken();
                if (key && DIGITS.matcher(parser.getText()).matches()) {
                    return Optional.of(parser.getText().getBytes(StandardCharsets.US_ASCII));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }
}
