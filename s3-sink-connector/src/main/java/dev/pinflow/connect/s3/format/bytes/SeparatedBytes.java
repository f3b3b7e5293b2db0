package dev.pinflow.connect.s3.format.bytes;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

final class SeparatedBytes implements RecordWriter {
    private static final byte[] NOTHING = new byte[0];

    private final RecordPart part;
    private final byte[] separator;
    private final OutputStream target;
    private byte[] staged = NOTHING;

    SeparatedBytes(RecordPart part, byte[] separator, OutputStream target) {
        this.part = part;
        this.separator = separator;
        this.target = target;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        staged = bytesOf(part.of(sinkRecord));
    }

    @Override
    public void append() throws IOException {
        target.write(staged);
        target.write(separator);
    }

    @Override
    public void finish() {
        // The separator after the last record is already there.
    }

    private static byte[] bytesOf(Object content) {
        if (content instanceof byte[] bytes) {
            return bytes;
        }
        if (content instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return copy;
        }
        if (content == null) {
            // A null is an empty line, so that lines and records stay in step.
            return NOTHING;
        }
        throw new DataException("The bytes format takes bytes, but the converter delivered "
                + content.getClass().getSimpleName()
                + ": use org.apache.kafka.connect.converters.ByteArrayConverter, or another format.class");
    }
}
