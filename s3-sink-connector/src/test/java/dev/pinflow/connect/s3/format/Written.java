package dev.pinflow.connect.s3.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes records with a format and shows what came out. */
public final class Written {
    private Written() {}

    public static String text(RecordFormat format, SinkRecord... records) {
        return new String(bytes(format, records), UTF_8);
    }

    public static byte[] bytes(RecordFormat format, SinkRecord... records) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        RecordWriter writer = format.open(records[0], object);
        try {
            for (SinkRecord sinkRecord : records) {
                writer.stage(sinkRecord);
                writer.append();
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return object.toByteArray();
    }
}
