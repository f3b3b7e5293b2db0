package dev.pinflow.connect.s3.format.bytes;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import org.apache.kafka.connect.sink.SinkRecord;

/** The bytes of each record exactly as they are in Kafka, followed by a separator. */
public final class BytesFormat implements RecordFormat {
    private final RecordPart part;
    private final String extension;
    private final byte[] separator;

    /** @param separator follows every record, the last one included; may be empty */
    public BytesFormat(RecordPart part, String extension, byte[] separator) {
        this.part = part;
        this.extension = extension;
        this.separator = separator.clone();
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        return new SeparatedBytes(part, separator, target);
    }
}
