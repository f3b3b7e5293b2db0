package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

final class JsonLines implements RecordWriter {
    private final RecordPart part;
    private final ObjectMapper mapper;
    private final OutputStream target;
    private final Line line = new Line();
    private JsonGenerator generator;

    JsonLines(RecordPart part, ObjectMapper mapper, OutputStream target) {
        this.part = part;
        this.mapper = mapper;
        this.target = target;
        this.generator = newGenerator();
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        line.reset();
        try {
            mapper.writeValue(generator, part.of(sinkRecord));
            generator.writeRaw('\n');
            generator.flush();
        } catch (IOException | RuntimeException e) {
            // The generator may be left inside a half-written object.
            generator = newGenerator();
            throw new DataException("The record cannot be written as JSON: " + reason(e), e);
        }
    }

    @Override
    public void append() throws IOException {
        line.copyTo(target);
    }

    @Override
    public void finish() {
        // A line ends with its record; nothing follows the last one.
    }

    private static String reason(Exception e) {
        return e instanceof JsonMappingException mapping ? mapping.getOriginalMessage() : e.getMessage();
    }

    private JsonGenerator newGenerator() {
        try {
            JsonGenerator fresh = mapper.getFactory().createGenerator(line);
            // By default Jackson puts a space between two top-level values.
            fresh.setRootValueSeparator(null);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A byte array stream whose array can be read without a copy. */
    private static final class Line extends ByteArrayOutputStream {
        void copyTo(OutputStream target) throws IOException {
            target.write(buf, 0, count);
        }
    }
}
