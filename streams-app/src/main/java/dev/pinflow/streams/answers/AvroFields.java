package dev.pinflow.streams.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Values of the stores: a version byte, then fields in Avro's binary encoding, which has no limit on text. */
final class AvroFields {
    private AvroFields() {}

    interface Writing {
        void to(BinaryEncoder encoder) throws IOException;
    }

    interface Reading<T> {
        T from(BinaryDecoder decoder) throws IOException;
    }

    static byte[] write(byte version, Writing fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(version);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            fields.to(encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException when the bytes were written in another version, or not by {@link #write} */
    static <T> T read(byte version, byte[] bytes, Reading<T> fields) {
        if (bytes.length == 0 || bytes[0] != version) {
            throw new IllegalStateException(
                    "The live answers' state was written by another version of this service: reset it with the verb reset.");
        }
        try {
            return fields.from(DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
        } catch (IOException e) {
            throw new IllegalStateException("The live answers' state is damaged: reset it with the verb reset.", e);
        }
    }
}
