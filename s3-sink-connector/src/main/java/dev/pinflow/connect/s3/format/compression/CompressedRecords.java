package dev.pinflow.connect.s3.format.compression;

import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import org.apache.kafka.connect.sink.SinkRecord;

final class CompressedRecords implements RecordWriter {
    private final RecordWriter plain;
    private final CompressedOutput output;

    CompressedRecords(RecordWriter plain, CompressedOutput output) {
        this.plain = plain;
        this.output = output;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        plain.stage(sinkRecord);
    }

    @Override
    public void append() throws IOException {
        plain.append();
    }

    @Override
    public long heldBytes() {
        return plain.heldBytes() + output.heldBytes();
    }

    @Override
    public void finish() throws IOException {
        plain.finish();
        output.finish();
    }

    @Override
    public void close() {
        plain.close();
        output.close();
    }
}
