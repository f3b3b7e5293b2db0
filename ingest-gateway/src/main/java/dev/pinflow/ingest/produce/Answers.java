package dev.pinflow.ingest.produce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pinflow.ingest.write.WriteOutcome;
import dev.pinflow.ingest.write.WriteOutcome.Failed;
import dev.pinflow.ingest.write.WriteOutcome.Kind;
import dev.pinflow.ingest.write.WriteOutcome.Written;
import dev.pinflow.ingest.write.WriteResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the bodies of Confluent's REST Proxy v2, member by member in its order. */
final class Answers {
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final JsonFactory json = new JsonFactory();

    Answer error(RequestException e) {
        return error(e.status(), e.errorCode(), e.getMessage());
    }

    Answer error(int status, int errorCode, String message) {
        return new Answer(status, text(generator -> {
            generator.writeStartObject();
            generator.writeNumberField("error_code", errorCode);
            generator.writeStringField("message", message);
            generator.writeEndObject();
        }));
    }

    Answer of(WriteResult result) {
        if (result instanceof WriteResult.Tried tried) {
            return new Answer(status(tried.outcomes()), text(generator -> writeOffsets(generator, tried.outcomes())));
        }
        if (result instanceof WriteResult.UnknownTopic) {
            return error(NOT_FOUND, 40401, "Topic not found.");
        }
        if (result instanceof WriteResult.UnknownPartition) {
            return error(NOT_FOUND, 40402, "Partition not found.");
        }
        return error(UNAVAILABLE, 50302, "Kafka is not available: " + ((WriteResult.Unavailable) result).message());
    }

    /** A failed record leaves the status at 200, except where the gateway itself is not let in. */
    private static int status(List<WriteOutcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> failed(outcome, Kind.UNAUTHENTICATED))) {
            return UNAUTHENTICATED;
        }
        return outcomes.stream().anyMatch(outcome -> failed(outcome, Kind.UNAUTHORIZED)) ? FORBIDDEN : OK;
    }

    private static boolean failed(WriteOutcome outcome, Kind kind) {
        return outcome instanceof Failed failed && failed.kind() == kind;
    }

    private static void writeOffsets(JsonGenerator generator, List<WriteOutcome> outcomes) throws IOException {
        generator.writeStartObject();
        generator.writeArrayFieldStart("offsets");
        for (WriteOutcome outcome : outcomes) {
            generator.writeStartObject();
            writeOutcome(generator, outcome);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeNullField("key_schema_id");
        generator.writeNullField("value_schema_id");
        generator.writeEndObject();
    }

    private static void writeOutcome(JsonGenerator generator, WriteOutcome outcome) throws IOException {
        if (outcome instanceof Written written) {
            generator.writeNumberField("partition", written.partition());
            generator.writeNumberField("offset", written.offset());
            generator.writeNullField("error_code");
            generator.writeNullField("error");
        } else if (outcome instanceof Failed failed) {
            generator.writeNullField("partition");
            generator.writeNullField("offset");
            generator.writeNumberField("error_code", errorCode(failed.kind()));
            generator.writeStringField("error", failed.message());
        }
    }

    private static int errorCode(Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> 40101;
            case UNAUTHORIZED -> 40301;
            case FATAL -> 50002;
            case RETRIABLE -> 50003;
        };
    }

    private interface Body {
        void writeTo(JsonGenerator generator) throws IOException;
    }

    private String text(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(text)) {
            body.writeTo(generator);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes all text.", e);
        }
        return text.toString();
    }
}
