package dev.pinflow.connect.s3.format.json;

import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Values that already are JSON text, as they stand; the bytes are not copied before the object takes them. */
final class VerbatimLines implements RecordWriter {
    private static final byte[] NOTHING = {};

    private final SchemalessJson json;
    private final OutputStream target;
    private final Line line;

    /** What is staged; null when it is in the line. */
    private byte[] text = NOTHING;

    private int offset;
    private int length;

    VerbatimLines(SchemalessJson json, Line line, OutputStream target) {
        this.json = json;
        this.line = line;
        this.target = target;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        Object value = sinkRecord.value();
        if (value instanceof byte[] bytes) {
            stage(bytes, 0, bytes.length);
        } else if (value instanceof String string) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            stage(bytes, 0, bytes.length);
        } else if (value instanceof ByteBuffer buffer) {
            stage(buffer);
        } else {
            text = null;
            json.writeLine(value, line);
        }
    }

    private void stage(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            stage(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        } else {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            stage(bytes, 0, bytes.length);
        }
    }

    private void stage(byte[] bytes, int from, int count) {
        if (JsonText.isBlank(bytes, from, count)) {
            throw new DataException("The record's value is an empty text, which is no JSON:"
                    + " filter such records by a transform, or set json.text=quote");
        }
        boolean broken = JsonText.hasLineBreak(bytes, from, count);
        text = broken ? JsonText.onOneLine(bytes, from, count) : bytes;
        offset = broken ? 0 : from;
        length = count;
    }

    @Override
    public void append() throws IOException {
        if (text == null) {
            line.copyTo(target);
        } else {
            target.write(text, offset, length);
            target.write('\n');
            text = NOTHING;
        }
    }

    @Override
    public void finish() {
        // A line ends with its record; nothing follows the last one.
    }
}
