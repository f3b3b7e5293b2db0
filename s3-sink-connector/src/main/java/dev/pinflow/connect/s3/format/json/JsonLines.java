package dev.pinflow.connect.s3.format.json;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.kafka.connect.sink.SinkRecord;

final class JsonLines implements RecordWriter {
    private final RecordPart part;
    private final SchemalessJson json;
    private final OutputStream target;
    private final Line line;

    JsonLines(RecordPart part, SchemalessJson json, Line line, OutputStream target) {
        this.part = part;
        this.json = json;
        this.line = line;
        this.target = target;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        json.writeLine(part.of(sinkRecord), line);
    }

    @Override
    public void append() throws IOException {
        line.copyTo(target);
    }

    @Override
    public void finish() {
        // A line ends with its record; nothing follows the last one.
    }
}
