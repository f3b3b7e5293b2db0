package dev.pinflow.connect.s3;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes records with a format and shows what came out. */
public final class Lines {
    private Lines() {}

    public static String written(RecordFormat format, SinkRecord... records) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        RecordWriter writer = format.open(records[0], buffer);
        try {
            for (SinkRecord sinkRecord : records) {
                writer.stage(sinkRecord);
                writer.append();
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toString(StandardCharsets.UTF_8);
    }

    public static String text(ObjectBuffer buffer) {
        return new String(bytes(buffer), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(ObjectBuffer buffer) {
        try (InputStream in = buffer.open(0, buffer.size())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
